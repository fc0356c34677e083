package dev.alidade.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alidade.ask.AskInput;
import dev.alidade.ask.AskService;
import dev.alidade.ask.Shop;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.MovableClock;
import dev.alidade.operation.Invocation;
import dev.alidade.operation.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links, their ends, and what is kept of them. */
class ShareServiceTest {
  private static final Invocation CALL = Invocation.of(Caller.LOCAL);

  @TempDir private Path folder;
  private final MovableClock clock = new MovableClock();
  private final Set<String> known = new HashSet<>(Set.of("local"));
  private Shop shop;
  private AskService asking;
  private ShareService shares;

  @BeforeEach
  void open() {
    shop = Shop.in(folder);
    asking = shop.service();
    shares =
        new ShareService(
            asking.shared(),
            shop.database(),
            name -> known.contains(name) ? Optional.of(Caller.LOCAL) : Optional.empty(),
            clock);
    asking.ask(AskInput.of("How many orders are there?"), CALL);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void opensUntilItExpires() {
    String token = share(Optional.of(2)).token();
    clock.forward(Duration.ofHours(47).toSeconds());
    assertThat(open(token, CALL).turns()).hasSize(1);
    clock.forward(Duration.ofHours(1).toSeconds());
    assertNothing(token);
    assertThat(shares.list(CALL).shares()).isEmpty();
  }

  @Test
  void opensForEverWithoutAnEnd() {
    String token = share(Optional.empty()).token();
    clock.forward(Duration.ofDays(10_000).toSeconds());
    assertThat(open(token, CALL).turns()).hasSize(1);
  }

  @Test
  void endsWithItsOwner() {
    String token = share(Optional.empty()).token();
    known.clear();
    assertNothing(token);
  }

  @Test
  void keepsNoToken() {
    ShareConversationOutput shared = share(Optional.empty());
    List<String> kept =
        shop.database()
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .select("SELECT * FROM conversation_share")
                        .mapToMap()
                        .map(Object::toString)
                        .list());
    assertThat(kept).hasSize(1);
    assertThat(kept.getFirst()).doesNotContain(shared.token());
    assertThat(shared.toString()).doesNotContain(shared.token());
    assertThat(new OpenShareInput(shared.token()).toString()).doesNotContain(shared.token());
    assertThat(new ContinueShareInput(shared.token(), Optional.empty()).toString())
        .doesNotContain(shared.token());
  }

  @Test
  void tellsOfEachTurnAsItIsMade() {
    String token = share(Optional.empty()).token();
    List<Progress> heard = new ArrayList<>();
    Invocation listening =
        new Invocation(Caller.LOCAL, CALL.cancellation(), heard::add, CALL.credential());
    OpenShareOutput opened = open(token, listening);
    assertThat(heard).extracting(Progress::step).containsExactly("turn");
    assertThat(heard.getFirst().detail()).isEqualTo(opened.turns().getFirst());
  }

  @Test
  void refusesATurnThatIsNone() {
    String token = share(Optional.empty()).token();
    assertThatThrownBy(() -> shares.goOn(new ContinueShareInput(token, Optional.of(0)), CALL))
        .isInstanceOfSatisfying(
            AlidadeException.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_INPUT));
  }

  private ShareConversationOutput share(Optional<Integer> days) {
    return shares.share(new ShareConversationInput("last", days), CALL);
  }

  private OpenShareOutput open(String token, Invocation reader) {
    return shares.open(new OpenShareInput(token), reader);
  }

  private void assertNothing(String token) {
    assertThatThrownBy(() -> open(token, CALL))
        .isInstanceOfSatisfying(
            AlidadeException.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.RESOURCE_NOT_FOUND));
  }
}
