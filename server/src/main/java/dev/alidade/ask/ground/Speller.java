package dev.alidade.ask.ground;

import dev.alidade.ask.text.Lemmatizer;
import dev.alidade.ask.text.Question;
import dev.alidade.ask.text.Token;
import dev.alidade.ask.text.TokenKind;
import dev.alidade.base.Nearest;
import dev.alidade.catalog.ValueIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Mends slips of the pen: a word that nobody knows and that is one letter off one that is known.
 */
final class Speller {
  private static final int SHORTEST = 5;
  private static final int SAME_ENDING = 2;

  private final Map<String, List<String>> byShape = new HashMap<>();
  private final Set<String> known;
  private final Lexicon lexicon;
  private final ValueIndex values;

  /** Mends towards {@code words}; values of the source are left as they are. */
  Speller(Set<String> words, Lexicon lexicon, ValueIndex values) {
    this.known = words;
    this.lexicon = lexicon;
    this.values = values;
    for (String word : words) {
      if (word.length() >= SHORTEST - 1) {
        byShape.computeIfAbsent(shape(word, 0), shape -> new ArrayList<>()).add(word);
      }
    }
  }

  /** The question with slips mended; what was written stays as its text. */
  Question mended(Question question) {
    List<Token> tokens = new ArrayList<>();
    for (int at = 0; at < question.tokens().size(); at++) {
      Token token = question.tokens().get(at);
      boolean name = at > 0 && token.isCapitalized();
      tokens.add(name ? token : meant(token).map(word -> as(token, word)).orElse(token));
    }
    return new Question(question.text(), tokens);
  }

  private Optional<String> meant(Token token) {
    boolean word =
        token.kind() == TokenKind.WORD
            && token.lower().length() >= SHORTEST
            && token.lower().chars().allMatch(Character::isLetter);
    if (!word || isKnown(token) || !values.find(token.lower()).isEmpty()) {
      return Optional.empty();
    }
    for (int difference = -1; difference <= 1; difference++) {
      for (String candidate : byShape.getOrDefault(shape(token.lower(), difference), List.of())) {
        if (endsAlike(token.lower(), candidate)
            && Nearest.distance(token.lower(), candidate) == 1) {
          return Optional.of(candidate);
        }
      }
    }
    return Optional.empty();
  }

  // Another ending is another form of the word, or another word: "played" is no slip of "player".
  private static boolean endsAlike(String word, String candidate) {
    int length = candidate.length();
    return word.endsWith(candidate.substring(length - SAME_ENDING));
  }

  private boolean isKnown(Token token) {
    return known.contains(token.lower())
        || known.contains(token.lemma())
        || lexicon.isStopWord(token.lower())
        || lexicon.isLightWord(token.lemma())
        || lexicon.isSchemaWord(token.lemma())
        || !lexicon.synonyms(token.lemma()).isEmpty();
  }

  // A slip rarely hits the first letter.
  private static String shape(String word, int difference) {
    return word.charAt(0) + "" + (word.length() + difference);
  }

  private static Token as(Token token, String word) {
    return new Token(
        token.kind(),
        token.text(),
        word,
        Lemmatizer.english().lemma(word),
        Lemmatizer.english().stem(word),
        token.start(),
        token.end());
  }
}
