package dev.alidade.ask.model;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps what is spent on one model below its cap; calls under way count with all they may cost. */
final class Spending {
  private static final int LETTERS_OF_A_TOKEN = 3;

  private final ModelSettings settings;
  private final UsageBook book;
  private final Clock clock;
  private final Map<String, Long> reserved = new HashMap<>();

  Spending(ModelSettings settings, UsageBook book, Clock clock) {
    this.settings = settings;
    this.book = book;
    this.clock = clock;
  }

  /** Money set aside for a call; closing it gives back what was not spent. */
  interface Reserved extends AutoCloseable {
    @Override
    void close();
  }

  /** Sets aside what a call may cost; fails with MODEL_SPENDING_CAP where a cap is reached. */
  synchronized Reserved reserve(String caller, ModelRequest request) {
    check(
        settings.cap().caller(),
        book.of(today(), settings.name(), caller).millionths() + reserved.getOrDefault(caller, 0L),
        "for each caller");
    long all = reserved.values().stream().mapToLong(Long::longValue).sum();
    check(
        settings.cap().day(),
        book.of(today(), settings.name()).millionths() + all,
        "for all callers");
    long most = most(request);
    reserved.merge(caller, most, Long::sum);
    return () -> giveBack(caller, most);
  }

  void spent(String caller, Tokens tokens) {
    book.add(
        today(),
        settings.name(),
        caller,
        new Usage(1, tokens, settings.price().millionths(tokens)));
  }

  /** What was used today, by everybody and by one caller. */
  Usage today(Optional<String> caller) {
    return caller
        .map(name -> book.of(today(), settings.name(), name))
        .orElseGet(() -> book.of(today(), settings.name()));
  }

  private synchronized void giveBack(String caller, long amount) {
    reserved.computeIfPresent(caller, (name, held) -> held > amount ? held - amount : null);
  }

  private void check(Optional<BigDecimal> cap, long spent, String whose) {
    if (cap.isEmpty() || spent < Price.millionths(cap.get())) {
      return;
    }
    Instant now = clock.instant();
    Instant reset = today().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    throw AlidadeException.until(
        ErrorCode.MODEL_SPENDING_CAP,
        "The model `%s` may cost %s a day %s, and that is spent; it may be asked again from %s on"
            .formatted(settings.name(), cap.get().toPlainString(), whose, reset),
        Duration.between(now, reset));
  }

  private long most(ModelRequest request) {
    long letters = request.system().length() + (long) request.schema().toString().length();
    for (ModelRequest.Message message : request.messages()) {
      letters += message.text().length();
    }
    return settings
        .price()
        .millionths(new Tokens(letters / LETTERS_OF_A_TOKEN, settings.maxTokens()));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
