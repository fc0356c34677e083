package dev.alidade.share;

import dev.alidade.ask.SharedTurn;
import dev.alidade.ask.SharedTurns;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Attempts;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.RandomId;
import dev.alidade.operation.Invocation;
import dev.alidade.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Gives out links to conversations, and opens them as whoever comes by one. */
final class ShareService {
  private static final int LONGEST_DAYS = 366;
  private static final int FREE_GUESSES = 10;

  private final SharedTurns turns;
  private final ShareStore shares;
  private final Function<String, Optional<Caller>> callers;
  private final Attempts attempts;
  private final Clock clock;

  ShareService(
      SharedTurns turns,
      Database database,
      Function<String, Optional<Caller>> callers,
      Clock clock) {
    this.turns = turns;
    this.shares = new ShareStore(database);
    this.callers = callers;
    this.attempts = new Attempts(FREE_GUESSES, clock);
    this.clock = clock;
  }

  ShareConversationOutput share(ShareConversationInput input, Invocation invocation) {
    Instant now = clock.instant();
    input.days().ifPresent(ShareService::checkDays);
    Caller owner = invocation.caller();
    String conversation = turns.toShare(owner, input.conversation(), now);
    Share share =
        new Share(
            RandomId.next("share"),
            conversation,
            owner.name(),
            now,
            input.days().map(days -> now.plus(Duration.ofDays(days))));
    String token = RandomId.next("shr");
    shares.removeOver(now);
    shares.add(share, token);
    return ShareConversationOutput.of(
        ShareSummary.of(share, turns.title(owner, conversation).orElseThrow()), token);
  }

  private static void checkDays(int days) {
    if (days < 1 || days > LONGEST_DAYS) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT, "`days` must be from 1 to %d".formatted(LONGEST_DAYS));
    }
  }

  ListSharesOutput list(Invocation invocation) {
    Caller owner = invocation.caller();
    Instant now = clock.instant();
    return new ListSharesOutput(
        shares.list(owner.name()).stream()
            .filter(share -> !share.isOver(now))
            .flatMap(
                share ->
                    turns.title(owner, share.conversation()).stream()
                        .map(title -> ShareSummary.of(share, title)))
            .toList());
  }

  EndShareOutput end(EndShareInput input, Invocation invocation) {
    if (!shares.remove(invocation.caller().name(), input.share())) {
      throw new AlidadeException(
          ErrorCode.RESOURCE_NOT_FOUND, "You share nothing by this name; list_shares names yours");
    }
    return new EndShareOutput(input.share(), true);
  }

  OpenShareOutput open(OpenShareInput input, Invocation reader) {
    Share share = live(input.token(), reader.caller());
    List<SharedTurn> made =
        turns.read(
            reader,
            share.conversation(),
            share.sharedAt(),
            share.id(),
            turn -> reader.reached("turn", turn));
    return new OpenShareOutput(
        share.owner(), share.sharedAt().toString(), share.expiresAt().map(Instant::toString), made);
  }

  ContinueShareOutput goOn(ContinueShareInput input, Invocation reader) {
    Share share = live(input.token(), reader.caller());
    int upTo = input.turn().orElse(Integer.MAX_VALUE);
    if (upTo < 1) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT, "`turn` is a number from 1, as open_share gives it");
    }
    return new ContinueShareOutput(
        turns.copy(reader, share.conversation(), share.sharedAt(), upTo));
  }

  /** What is wrong with a token is never told: guessed, ended, expired, all are one. */
  private Share live(String token, Caller reader) {
    attempts.check(reader.name());
    Optional<Share> found =
        shares
            .find(token)
            .filter(share -> !share.isOver(clock.instant()))
            .filter(this::isStillTheirs);
    if (found.isEmpty()) {
      attempts.failed(reader.name());
      throw new AlidadeException(
          ErrorCode.RESOURCE_NOT_FOUND,
          "This link opens nothing, or nothing any more; ask who shared it for a new one");
    }
    return found.get();
  }

  /** A link lives no longer than its conversation and its owner. */
  private boolean isStillTheirs(Share share) {
    return callers
        .apply(share.owner())
        .flatMap(owner -> turns.title(owner, share.conversation()))
        .isPresent();
  }
}
