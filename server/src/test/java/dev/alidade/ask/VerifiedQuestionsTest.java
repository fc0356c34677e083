package dev.alidade.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.ask.plan.Domain;
import dev.alidade.ask.plan.Plan;
import dev.alidade.ask.verified.VerifiedPair;
import dev.alidade.base.Caller;
import dev.alidade.operation.Invocation;
import dev.alidade.semantic.SemanticModel;
import dev.alidade.semantic.VerifiedQuestion;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person approved answers first: the same words, other values at most. */
class VerifiedQuestionsTest {
  private static final SemanticModel MODEL =
      new SemanticModel(
          "shop",
          Optional.empty(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(
              new VerifiedQuestion(
                  "never sent",
                  "What share of orders is never sent?",
                  "SELECT round(100.0 * sum(status = 'cancelled') / count(*), 1) FROM orders",
                  Optional.of("the authors"))),
          1);

  @TempDir private Path folder;
  private final List<VerifiedPair> pairs = new ArrayList<>();
  private Shop shop;
  private AskService service;

  @BeforeEach
  void open() {
    shop = Shop.in(folder);
    service =
        shop.service(
            Planners.ALONE,
            (caller, source) -> MODEL,
            new Experience() {
              @Override
              public List<VerifiedPair> pairs(String source) {
                return List.copyOf(pairs);
              }

              @Override
              public void noticed(Hint hint) {}
            });
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void theSameWordsHaveTheApprovedAnswer() {
    sql("Who buys at our shop?", "SELECT customer_name FROM customers ORDER BY 1 LIMIT 2");

    AskOutput answer = ask("who buys at our shop");

    assertThat(answer.trust().label()).isEqualTo(Trust.Label.VERIFIED);
    assertThat(answer.trust().approval().orElseThrow().by()).contains("nadia");
    assertThat(answer.trust().reasons().getFirst()).contains("by nadia on 2024-06-01");
    assertThat(answer.rows()).isEqualTo(List.of(List.of("Ada Lovelace"), List.of("Alan Turing")));
  }

  @Test
  void aQuestionOfTheSemanticModelIsVerified() {
    AskOutput answer = ask("What share of orders is never sent?");

    assertThat(answer.trust().label()).isEqualTo(Trust.Label.VERIFIED);
    assertThat(answer.trust().approval().orElseThrow().by()).contains("the authors");
    assertThat(answer.rows().getFirst().getFirst()).hasToString("14.3");
  }

  @Test
  void aNameOfTheSameColumnTakesThePlaceOfAnother() {
    plan("How many heavy buyers are in Paris?", "How many customers are in Paris?");

    AskOutput answer = ask("How many heavy buyers are in London?");

    assertThat(answer.trust().label()).isEqualTo(Trust.Label.VERIFIED);
    assertThat(answer.sql().orElseThrow()).contains("London").doesNotContain("Paris");
    assertThat(answer.rows()).isEqualTo(List.of(List.of(2L)));
    assertThat(answer.trust().reasons())
        .contains("Only values differ: \"London\" takes the place of \"Paris\"");
    assertThat(answer.filters()).isNotEmpty();
  }

  @Test
  void numbersAndPeriodsAreSlots() {
    plan("Which goodies cost more than 100?", "Which products have a price above 100?");
    plan("How busy were we in 2023?", "How many orders were there in 2023?");
    plan("How busy were we since 2023?", "How many orders were there since 2023?");

    assertThat(ask("Which goodies cost more than 70?").rows()).hasSize(3);
    assertThat(ask("how busy were we in February 2024").rows()).isEqualTo(List.of(List.of(2L)));
    assertThat(ask("how busy were we since 2024").rows()).isEqualTo(List.of(List.of(5L)));
  }

  @Test
  void relativePeriodsCountFromNow() {
    plan("How busy were we last month?", "How many orders were there in January 2024?");
    pairs.set(0, readOn(pairs.getFirst(), LocalDate.of(2024, 2, 10)));

    AskOutput answer = ask("How busy were we last month?");

    assertThat(answer.trust().label()).isEqualTo(Trust.Label.VERIFIED);
    assertThat(answer.sql().orElseThrow()).contains("2024-05-01").contains("2024-06-01");
  }

  @Test
  void sqlTakesValuesThatStandThereOnce() {
    sql(
        "How many heavy buyers are in Paris?",
        "SELECT count(*) FROM customers WHERE city = 'Paris'");
    sql(
        "How busy were we in 2023?",
        "SELECT count(*) FROM orders WHERE order_date BETWEEN '2023-01-01' AND '2023-12-31'");
    sql("Which goodies cost more than 100?", "SELECT 100 FROM products WHERE price > 100");

    assertThat(ask("How many heavy buyers are in London?").rows()).isEqualTo(List.of(List.of(2L)));
    assertThat(ask("How busy were we in 2024?").rows()).isEqualTo(List.of(List.of(5L)));
    assertThat(ask("Which goodies cost more than 70?").trust().label())
        .isNotEqualTo(Trust.Label.VERIFIED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Which products have a price below 100?",
        "Which products do not have a price above 100?",
        "Which products have a price above 100 and below 300?",
        "How many products have a price above 100?",
        "Which orders have a price above 100?",
        "What is the average price above 100?"
      })
  void anotherOperatorIsAnotherQuestion(String question) {
    plan("Which products have a price above 100?", "Which products have a price above 100?");

    assertThat(ask(question).trust().label()).isNotEqualTo(Trust.Label.VERIFIED);
  }

  @Test
  void aNameOfAnotherColumnIsAnotherQuestion() {
    plan("How many heavy buyers are in Paris?", "How many customers are in Paris?");

    assertThat(ask("How many heavy buyers are in England?").status())
        .isNotEqualTo(AskStatus.ANSWERED);
  }

  @Test
  void aPlanOfAnApprovedShapeIsVerifiedWhateverItsWords() {
    plan("Show me who costs us: products above 100", "Which products have a price above 100?");

    AskOutput answer = ask("Which products have a price greater than 50?");

    assertThat(answer.trust().label()).isEqualTo(Trust.Label.VERIFIED);
    assertThat(answer.trust().confidence()).isLessThan(1);
    assertThat(answer.trust().reasons().getFirst()).contains("of this kind");
  }

  @Test
  void whatFollowsIsInferredAgain() {
    plan("How many heavy buyers are in Paris?", "How many customers are in Paris?");
    AskOutput first = ask("How many heavy buyers are in Paris?");

    AskOutput next =
        service.ask(
            AskInput.of("by country").in(first.conversation()), Invocation.of(Caller.LOCAL));

    assertThat(next.status()).isEqualTo(AskStatus.ANSWERED);
    assertThat(next.trust().label()).isEqualTo(Trust.Label.INFERRED);
  }

  @Test
  void whatNoLongerRunsIsPlanned() {
    sql("How many customers are there?", "SELECT count(*) FROM shoppers");

    AskOutput answer = ask("How many customers are there?");

    assertThat(answer.rows()).isEqualTo(List.of(List.of(5L)));
    assertThat(answer.trust().label()).isEqualTo(Trust.Label.INFERRED);
  }

  private void sql(String question, String sql) {
    pairs.add(pair(question, sql, Optional.empty()));
  }

  /** Approves the plan of {@code known} as the answer of {@code question}. */
  private void plan(String question, String known) {
    Reading reading =
        shop.reader().read(known, Domain.of(shop.knowledge()), shop.dialect()).getFirst();
    pairs.add(pair(question, reading.sql(), Optional.of(reading.candidate().plan())));
  }

  private static VerifiedPair pair(String question, String sql, Optional<Plan> plan) {
    return new VerifiedPair(
        "shop",
        question,
        sql,
        plan,
        Optional.empty(),
        Optional.of("nadia"),
        Optional.of(Instant.parse("2024-06-01T10:00:00Z")));
  }

  private static VerifiedPair readOn(VerifiedPair pair, LocalDate day) {
    return new VerifiedPair(
        pair.source(),
        pair.question(),
        pair.sql(),
        pair.plan(),
        Optional.of(day),
        pair.approvedBy(),
        pair.approvedAt());
  }

  private AskOutput ask(String question) {
    return service.ask(AskInput.of(question), Invocation.of(Caller.LOCAL));
  }
}
