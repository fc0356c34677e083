package dev.alidade.ask.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TokenizerTest {
  private final Tokenizer tokenizer = new Tokenizer();

  @Test
  void cutsWordsNumbersQuotesAndMarks() {
    Question question =
        tokenizer.read("Which customers' orders exceed $1,200.50 in \"New York\", e.g. 3rd?");
    assertThat(question.tokens())
        .extracting(Token::text)
        .contains("Which", "customers", "orders", "1,200.50", "New York", "3rd", "?");
    assertThat(question.tokens())
        .filteredOn(token -> token.kind() == TokenKind.QUOTED)
        .extracting(Token::text)
        .containsExactly("New York");
  }

  @Test
  void separatesPossessivesAndNegations() {
    assertThat(tokenizer.read("Ada's orders don't ship").tokens())
        .extracting(Token::lower)
        .containsExactly("ada", "'s", "orders", "do", "n't", "ship");
  }

  @Test
  void keepsTextInSingleQuotesTogether() {
    assertThat(tokenizer.read("the city 'San Jose'").tokens())
        .extracting(Token::text)
        .containsExactly("the", "city", "San Jose");
  }

  @Test
  void findsLemmas() {
    for (List<String> pair :
        List.of(
            List.of("customers", "customer"),
            List.of("cities", "city"),
            List.of("people", "person"),
            List.of("addresses", "address"),
            List.of("boxes", "box"),
            List.of("status", "status"),
            List.of("children", "child"))) {
      assertThat(Lemmatizer.english().lemma(pair.getFirst())).isEqualTo(pair.getLast());
    }
  }

  @Test
  void survivesAnything() {
    for (String text : List.of("", "   ", "''\"\"", "💥 \u0000 ￿", "((((", "9".repeat(500))) {
      assertThat(tokenizer.read(text).text()).isEqualTo(text);
    }
  }
}
