package dev.alidade.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Invocation;
import dev.alidade.operation.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AskServiceTest {
  @TempDir private Path folder;
  private Shop shop;
  private AskService service;

  @BeforeEach
  void open() {
    shop = Shop.in(folder);
    service = shop.service();
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void answersWithRowsSqlAndReasons() {
    List<String> steps = new ArrayList<>();
    Invocation watched =
        new Invocation(Caller.LOCAL, Cancellation.never(), progress -> steps.add(progress.step()));
    AskOutput answer = service.ask(question("How many customers are there?"), watched);
    assertThat(answer.status()).isEqualTo(AskStatus.ANSWERED);
    assertThat(answer.rows()).isEqualTo(List.of(List.of(5L)));
    assertThat(answer.sql().orElseThrow()).contains("COUNT(*)");
    assertThat(answer.paraphrase()).contains("The number of customers.");
    assertThat(answer.trust().label()).isEqualTo(Trust.Label.INFERRED);
    assertThat(answer.chart().orElseThrow().kind()).hasToString("NUMBER");
    assertThat(steps).containsExactly("understood", "planned", "running", "rows");
  }

  @Test
  void abstainsAndNamesTheWordItDoesNotKnow() {
    AskOutput answer = service.ask(question("How many frobnicators are there?"), local());
    assertThat(answer.status()).isEqualTo(AskStatus.ABSTAIN);
    assertThat(answer.unexplained()).contains("frobnicators");
    assertThat(answer.explanation()).contains("frobnicators");
    assertThat(answer.sql()).isEmpty();
    assertThat(answer.rows()).isEmpty();
  }

  @Test
  void neverAnswersWhileAContentWordIsUnexplained() {
    for (String word : List.of("purple", "zyx", "quantum")) {
      AskOutput answer =
          service.ask(question("What are the names of " + word + " customers?"), local());
      assertThat(answer.status()).as(word).isNotEqualTo(AskStatus.ANSWERED);
    }
  }

  @Test
  void keepsConversationsOfEachCallerApart() {
    AskOutput first = service.ask(question("How many customers are there?"), local());
    service.ask(AskInput.of("How many products are there?").in(first.conversation()), local());
    ConversationOutput kept = service.conversations().get(Caller.LOCAL, first.conversation());
    assertThat(kept.title()).isEqualTo("How many customers are there?");
    assertThat(kept.turns()).hasSize(2);
    assertThat(json(kept.turns().getFirst().answer())).isEqualTo(json(first));
    assertThat(service.shelf().list("local", Optional.empty()).conversations())
        .singleElement()
        .satisfies(one -> assertThat(one.turns()).isEqualTo(2));
    assertThat(service.shelf().list("eve", Optional.empty()).conversations()).isEmpty();
    Caller eve = new Caller("eve", Set.of(), Map.of());
    assertThatThrownBy(() -> service.conversations().get(eve, first.conversation()))
        .isInstanceOfSatisfying(
            AlidadeException.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.CONVERSATION_NOT_FOUND));
    assertThatThrownBy(
            () -> service.ask(AskInput.of("x").in(first.conversation()), Invocation.of(eve)))
        .isInstanceOf(AlidadeException.class);
  }

  @Test
  void deletesAConversation() {
    AskOutput answer = service.ask(question("How many customers are there?"), local());
    service.shelf().delete("local", answer.conversation());
    assertThat(service.shelf().list("local", Optional.empty()).conversations()).isEmpty();
    assertThatThrownBy(() -> service.shelf().delete("local", answer.conversation()))
        .isInstanceOf(AlidadeException.class);
  }

  @Test
  void suggestsOnlyWhatItWouldAnswer() {
    List<SuggestOutput.Suggestion> suggestions =
        service.suggestions().suggest(Caller.LOCAL, Optional.empty()).suggestions();
    assertThat(suggestions).isNotEmpty();
    for (SuggestOutput.Suggestion suggestion : suggestions) {
      assertThat(service.ask(question(suggestion.question()), local()).status())
          .as(suggestion.question())
          .isEqualTo(AskStatus.ANSWERED);
    }
  }

  @Test
  void refusesAnEmptyQuestion() {
    assertThatThrownBy(() -> service.ask(question("  "), local()))
        .isInstanceOfSatisfying(
            AlidadeException.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_INPUT));
  }

  private static AskInput question(String text) {
    return AskInput.of(text);
  }

  private static Invocation local() {
    return Invocation.of(Caller.LOCAL);
  }

  private static String json(AskOutput answer) {
    return Json.mapper().valueToTree(answer).toString();
  }
}
