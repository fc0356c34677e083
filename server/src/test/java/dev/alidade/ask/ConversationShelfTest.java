package dev.alidade.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.MovableClock;
import dev.alidade.operation.Invocation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Conversations are found, named, deleted and restored by their owner alone. */
class ConversationShelfTest {
  @TempDir private Path folder;
  private final MovableClock clock = new MovableClock();
  private Shop shop;
  private AskService service;
  private ConversationShelf shelf;

  @BeforeEach
  void open() {
    shop = Shop.in(folder);
    service = shop.service();
    shelf = new ConversationShelf(shop.database(), clock);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void findsByWordsOfTitlesAndQuestions() {
    String orders = ask("How many orders are there?", Optional.empty());
    ask("How many customers are there?", Optional.of(orders));
    String products = ask("How many products are there?", Optional.empty());
    assertThat(found("ORDERS many")).containsExactly(orders);
    assertThat(found("many")).containsExactlyInAnyOrder(orders, products);
    assertThat(found("zebra")).isEmpty();
    assertThat(shelf.list("local", Optional.of("customers")).conversations())
        .singleElement()
        .satisfies(
            summary -> {
              assertThat(summary.id()).isEqualTo(orders);
              assertThat(summary.found()).contains("How many customers are there?");
            });
    assertThat(shelf.list("eve", Optional.of("orders")).conversations()).isEmpty();
    assertThat(found(" ")).hasSize(2);
  }

  @Test
  void takesCaseAndAccentsForNothing() {
    String orders = ask("How many orders are there?", Optional.empty());
    shelf.rename("local", orders, "Bestellungen in KÖLN  100%");
    assertThat(found("koln")).containsExactly(orders);
    assertThat(found("köln 100%")).containsExactly(orders);
    assertThat(found("_")).isEmpty();
  }

  @Test
  void renames() {
    String orders = ask("How many orders are there?", Optional.empty());
    assertThat(shelf.rename("local", orders, "  Orders \n of all ")).isEqualTo("Orders of all");
    assertThat(shelf.list("local", Optional.empty()).conversations())
        .extracting(ListConversationsOutput.ConversationSummary::title)
        .containsExactly("Orders of all");
    for (String title : List.of(" ", "x".repeat(81))) {
      refused(() -> shelf.rename("local", orders, title), ErrorCode.INVALID_INPUT);
    }
    refused(() -> shelf.rename("eve", orders, "Mine"), ErrorCode.CONVERSATION_NOT_FOUND);
  }

  @Test
  void restoresForTenMinutes() {
    String orders = ask("How many orders are there?", Optional.empty());
    assertThat(shelf.delete("local", orders))
        .isEqualTo(clock.instant().plus(Duration.ofMinutes(10)));
    assertThat(found("")).isEmpty();
    refused(() -> shelf.delete("local", orders), ErrorCode.CONVERSATION_NOT_FOUND);
    refused(() -> service.conversation(Caller.LOCAL, orders), ErrorCode.CONVERSATION_NOT_FOUND);
    refused(() -> service.conversation(Caller.LOCAL, "last"), ErrorCode.CONVERSATION_NOT_FOUND);
    refused(() -> shelf.restore("eve", orders), ErrorCode.CONVERSATION_NOT_FOUND);
    clock.forward(Duration.ofMinutes(9).toSeconds());
    assertThat(shelf.restore("local", orders)).isEqualTo("How many orders are there?");
    assertThat(service.conversation(Caller.LOCAL, orders).turns()).hasSize(1);

    shelf.delete("local", orders);
    clock.forward(Duration.ofMinutes(11).toSeconds());
    refused(() -> shelf.restore("local", orders), ErrorCode.CONVERSATION_NOT_FOUND);
    int left =
        shop.database()
            .jdbi()
            .withHandle(
                handle -> handle.select("SELECT COUNT(*) FROM turn").mapTo(Integer.class).one());
    assertThat(left).isZero();
  }

  private String ask(String question, Optional<String> conversation) {
    AskInput input = AskInput.of(question);
    return service
        .ask(conversation.map(input::in).orElse(input), Invocation.of(Caller.LOCAL))
        .conversation();
  }

  private List<String> found(String search) {
    return shelf.list("local", Optional.of(search)).conversations().stream()
        .map(ListConversationsOutput.ConversationSummary::id)
        .toList();
  }

  private static void refused(ThrowingCallable call, ErrorCode code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            AlidadeException.class, failure -> assertThat(failure.code()).isEqualTo(code));
  }
}
