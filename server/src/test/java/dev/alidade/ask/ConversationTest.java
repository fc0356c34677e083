package dev.alidade.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alidade.ask.converse.Chip;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Invocation;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Conversations as people have them. */
class ConversationTest {
  @TempDir private static Path folder;
  private static Shop shop;
  private static AskService service;
  private String conversation = "";

  @BeforeAll
  static void open() {
    shop = Shop.sample(folder);
    service = shop.service();
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @Test
  void goesOnForManyTurns() {
    say("How many orders are there?");
    assertThat(say("by channel").rows()).hasSize(3);
    AskOutput year = say("only 2024");
    assertThat(year.kept()).contains("number of orders; by channel");
    assertThat(say("without cancelled ones").filters())
        .extracting(Chip::label)
        .containsExactly("ordered at is in 2024", "status is not \"cancelled\"");
    assertThat(say("top 2").rows()).hasSize(2);
    assertThat(say("show all").rows()).hasSize(3);
    assertThat(say("by month instead").chart().orElseThrow().kind()).hasToString("LINE");
    assertThat(say("as a bar chart").chart().orElseThrow().kind()).hasToString("BAR");
    AskOutput last = say("what about 2025?");
    assertThat(last.rows())
        .isEqualTo(
            shop.rows(
                """
                SELECT date_trunc('month', ordered_at)::DATE, count(*) FROM orders
                WHERE year(ordered_at) = 2025 AND status <> 'cancelled' GROUP BY 1 ORDER BY 1
                """));
    assertThat(last.chart().orElseThrow().kind()).hasToString("BAR");
  }

  @Test
  void asksOfTheRowsOfTheLastAnswer() {
    say("What are the top 5 customers by revenue?");
    AskOutput orders = say("how many orders do they have?");
    assertThat(orders.rows())
        .isEqualTo(
            shop.rows(
                """
                SELECT count(*) FROM orders WHERE customer_id IN (
                  SELECT customer_id FROM orders JOIN order_items USING (order_id)
                  GROUP BY customer_id ORDER BY sum(revenue) DESC LIMIT 5)
                """));
    assertThat(orders.kept().orElseThrow()).startsWith("of the last answer: ");
  }

  @Test
  void beginsAnewWithACompleteQuestion() {
    say("How many orders were there in 2024?");
    AskOutput fresh = say("How many customers are there?");
    assertThat(fresh.kept()).isEmpty();
    assertThat(fresh.rows()).isEqualTo(shop.rows("SELECT count(*) FROM customers"));
  }

  @Test
  void asksWhetherItGoesOnOrBeginsAnewWhereBothAreGood() {
    say("revenue by month");
    say("only 2025");
    AskOutput unclear = say("revenue by category");
    assertThat(unclear.status()).isEqualTo(AskStatus.CLARIFY);
    assertThat(unclear.options().orElseThrow()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2", "the second", "second one", "option 2", "stores", "the stores region"})
  void takesAnOptionByNumberPlaceOrWords(String choice) {
    say("How many orders are there?");
    AskOutput asked = say("by region");
    assertThat(asked.status()).isEqualTo(AskStatus.CLARIFY);
    AskOutput chosen = say(choice);
    assertThat(chosen.sql().orElseThrow()).contains("stores");
    assertThat(chosen.trust().reasons().getFirst()).startsWith("You chose option 2");
    assertThat(say("only 2025").status()).isEqualTo(AskStatus.ANSWERED);
  }

  @Test
  void takesAnOptionByItsNumberAlone() {
    say("How many orders are there?");
    say("by region");
    AskOutput chosen = call(input(Optional.empty(), Optional.of(1), Optional.empty()));
    assertThat(chosen.sql().orElseThrow()).contains("customers");
    assertThatThrownBy(() -> call(input(Optional.empty(), Optional.of(1), Optional.empty())))
        .isInstanceOfSatisfying(
            AlidadeException.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_INPUT));
  }

  @Test
  void abstainsFromAFollowUpThatItCannotRead() {
    say("How many orders are there?");
    AskOutput lost = say("only purple ones");
    assertThat(lost.status()).isEqualTo(AskStatus.ABSTAIN);
    assertThat(lost.unexplained()).containsExactly("purple");
    assertThat(say("only the web channel").rows())
        .isEqualTo(shop.rows("SELECT count(*) FROM orders WHERE channel = 'web'"));
  }

  @Test
  void offersQuestionsThatItCanAnswerWhereItAbstains() {
    AskOutput lost = say("How many frobnicators are there?");
    assertThat(lost.options().orElseThrow()).hasSizeBetween(1, 3);
    AskOutput chosen = say("1");
    assertThat(chosen.status()).isEqualTo(AskStatus.ANSWERED);
    assertThat(chosen.question()).isEqualTo(lost.options().orElseThrow().getFirst().question());
  }

  @Test
  void beginsAnewWhereTheQuestionIsWhole() {
    say("How many customers are there?");
    AskOutput whole = say("For each category, what is the average price of products?");
    assertThat(whole.status()).isEqualTo(AskStatus.ANSWERED);
    assertThat(whole.kept()).isEmpty();
    assertThat(whole.sql().orElseThrow()).doesNotContain("customers");
  }

  @Test
  void offersWhatAWordMayMean() {
    AskOutput lost = say("How many products are in the catgry Footwear?");
    assertThat(lost.options().orElseThrow().getFirst().question())
        .isEqualTo("How many products are in the category Footwear?");
  }

  @Test
  void mendsASlip() {
    AskOutput mended = say("How many products are in the categry Footwear?");
    assertThat(mended.status()).isEqualTo(AskStatus.ANSWERED);
    assertThat(mended.rows())
        .isEqualTo(say("How many products are in the category Footwear?").rows());
  }

  @Test
  void explainsTakesBackAndStartsOver() {
    AskOutput first = say("How many orders are there?");
    say("only the web channel");
    AskOutput why = say("why?");
    assertThat(why.rows()).isEmpty();
    assertThat(why.explanation()).contains("because you said \"web\"").contains("orders");
    assertThat(say("undo").rows()).isEqualTo(first.rows());
    assertThat(say("undo").status()).isEqualTo(AskStatus.ABSTAIN);
    assertThat(say("start over").status()).isEqualTo(AskStatus.CLARIFY);
    assertThat(say("by status").kept()).isEmpty();
  }

  @Test
  void changesAChipWithoutWords() {
    say("How many customers are in Seattle?");
    AskOutput other = edit("filter-1", List.of("Portland"));
    assertThat(other.rows())
        .isEqualTo(shop.rows("SELECT count(*) FROM customers WHERE city = 'Portland'"));
    assertThat(edit("filter-1", List.of("Portland", "Seattle")).rows())
        .isEqualTo(
            shop.rows("SELECT count(*) FROM customers WHERE city IN ('Portland', 'Seattle')"));
    AskOutput all =
        call(
            input(
                Optional.empty(),
                Optional.empty(),
                Optional.of(new ChipEdit("filter-1", Optional.empty()))));
    assertThat(all.rows()).isEqualTo(shop.rows("SELECT count(*) FROM customers"));
    assertThatThrownBy(() -> edit("filter-7", List.of("x")))
        .isInstanceOf(AlidadeException.class)
        .hasMessageContaining("filter-7");
  }

  @Test
  void changesAPeriodAndALimitByTheirChips() {
    say("Number of orders per month in 2024");
    assertThat(edit("filter-1", List.of("2025")).rows()).hasSize(12);
    assertThat(edit("grain", List.of("quarter")).rows()).hasSize(4);
    assertThatThrownBy(() -> edit("filter-1", List.of("whenever")))
        .isInstanceOf(AlidadeException.class)
        .hasMessageContaining("whenever");
  }

  @Test
  void asksAnewFromAnEarlierQuestion() {
    say("How many orders are there?");
    AskOutput second = say("only the web channel");
    say("by status");
    AskOutput other =
        call(
            new AskInput(
                Optional.of("only the app channel"),
                Optional.empty(),
                Optional.of(conversation),
                Optional.empty(),
                Optional.empty(),
                Optional.of(second.turn()),
                Optional.empty(),
                Optional.empty()));
    assertThat(other.rows())
        .isEqualTo(shop.rows("SELECT count(*) FROM orders WHERE channel = 'app'"));
    assertThat(service.conversations().get(Caller.LOCAL, conversation).turns()).hasSize(2);
  }

  private AskOutput say(String text) {
    return call(input(Optional.of(text), Optional.empty(), Optional.empty()));
  }

  private AskOutput edit(String chip, List<String> values) {
    return call(
        input(
            Optional.empty(),
            Optional.empty(),
            Optional.of(new ChipEdit(chip, Optional.of(values)))));
  }

  private AskInput input(
      Optional<String> question, Optional<Integer> choice, Optional<ChipEdit> edit) {
    return new AskInput(
        question,
        Optional.empty(),
        Optional.of(conversation).filter(id -> !id.isEmpty()),
        choice,
        edit,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private AskOutput call(AskInput input) {
    AskOutput answer = service.ask(input, Invocation.of(Caller.LOCAL));
    conversation = answer.conversation();
    return answer;
  }
}
