package dev.alidade.ask.verified;

import dev.alidade.ask.ground.Mention;
import dev.alidade.sql.Dialect;
import dev.alidade.sql.Lexer;
import dev.alidade.sql.SqlToken;
import dev.alidade.sql.TextEdits;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Puts other values into approved SQL; each must stand there exactly once, as a literal. */
final class SqlSlots {
  private final String sql;
  private final Dialect dialect;
  private final Wording wording;
  private final List<SqlToken> tokens;

  private SqlSlots(String sql, Dialect dialect, Wording wording) {
    this.sql = sql;
    this.dialect = dialect;
    this.wording = wording;
    this.tokens = Lexer.tokens(sql, dialect.lexicalRules());
  }

  /**
   * The SQL with the new values; none where it is not certain which literal a value stands for.
   *
   * @param before the approved question
   */
  static Optional<String> filled(
      String sql, Dialect dialect, Wording before, Wording after, List<Slot> slots) {
    SqlSlots filling = new SqlSlots(sql, dialect, before);
    Map<SqlToken, String> literals = new HashMap<>();
    for (Slot slot : slots) {
      if (slot.isSame()) {
        continue;
      }
      Optional<Map<SqlToken, String>> more = filling.literals(slot);
      boolean sameWords = before.written(slot.before()).equals(after.written(slot.after()));
      if (more.isEmpty() && sameWords && !filling.hasDates()) {
        // "last month", and SQL that works out by itself when that was.
        continue;
      }
      if (more.isEmpty() || more.get().keySet().stream().anyMatch(literals::containsKey)) {
        return Optional.empty();
      }
      literals.putAll(more.get());
    }
    TextEdits edits = new TextEdits();
    literals.forEach((token, text) -> edits.replace(token.start(), token.end(), text));
    return Optional.of(edits.apply(sql));
  }

  private boolean hasDates() {
    return tokens.stream()
        .filter(token -> token.kind() == SqlToken.Kind.STRING)
        .anyMatch(token -> token.text(sql).matches("'\\d{4}.*"));
  }

  private Optional<Map<SqlToken, String>> literals(Slot slot) {
    // What names a column or a table cannot follow a value.
    String old = wording.written(slot.before()).toLowerCase(Locale.ROOT);
    boolean named =
        tokens.stream()
            .filter(
                token ->
                    token.kind() == SqlToken.Kind.QUOTED_IDENTIFIER
                        || token.kind() == SqlToken.Kind.WORD)
            .anyMatch(token -> token.text(sql).toLowerCase(Locale.ROOT).contains(old));
    return named
        ? Optional.empty()
        : slot.readings().stream()
            .filter(reading -> !wording.saysElsewhere(reading.before()))
            .map(reading -> literals(reading, slot.readings()))
            .filter(found -> !found.isEmpty())
            .findFirst();
  }

  /** None where the value has no certain place. */
  private Map<SqlToken, String> literals(Slot.Reading reading, List<Slot.Reading> all) {
    if (reading.before() instanceof Mention.OfNumber before
        && reading.after() instanceof Mention.OfNumber after) {
      return one(token -> isNumber(token, before.value()), after.value().toPlainString());
    }
    if (reading.before() instanceof Mention.OfText before
        && reading.after() instanceof Mention.OfText after) {
      return one(token -> isText(token, before.text()), dialect.literal(after.text()));
    }
    if (reading.before() instanceof Mention.OfValue before
        && reading.after() instanceof Mention.OfValue after) {
      return isOfEveryColumn(before, all)
          ? one(token -> isText(token, before.value()), dialect.literal(after.value()))
          : Map.of();
    }
    return reading.before() instanceof Mention.OfPeriod before
            && reading.after() instanceof Mention.OfPeriod after
        ? period(before, after)
        : Map.of();
  }

  /** SQL does not say which column was meant; the new value must be one of each that it may be. */
  private boolean isOfEveryColumn(Mention.OfValue value, List<Slot.Reading> readings) {
    return wording.valuesAt(value.span().start()).stream()
        .filter(other -> other.span().equals(value.span()))
        .filter(Mention.OfValue.class::isInstance)
        .allMatch(other -> readings.stream().anyMatch(reading -> reading.before().equals(other)));
  }

  private Map<SqlToken, String> period(Mention.OfPeriod before, Mention.OfPeriod after) {
    Optional<Integer> year = Slot.year(before);
    Optional<Integer> next = Slot.year(after);
    if (year.isPresent() && next.isPresent()) {
      Map<SqlToken, String> whole = year(year.get(), next.get());
      if (!whole.isEmpty()) {
        return whole;
      }
    }
    Map<SqlToken, String> days = new HashMap<>();
    Optional<LocalDate> start = before.period().start();
    Optional<LocalDate> end = before.period().end();
    start.ifPresent(day -> days.putAll(day(day, after.period().start().orElseThrow())));
    if (end.isPresent()) {
      LocalDate last = after.period().end().orElseThrow();
      Map<SqlToken, String> exclusive = day(end.get(), last);
      // BETWEEN names the last day itself.
      days.putAll(exclusive.isEmpty() ? day(end.get().minusDays(1), last.minusDays(1)) : exclusive);
    }
    int wanted = (start.isPresent() ? 1 : 0) + (end.isPresent() ? 1 : 0);
    return days.size() == wanted ? days : Map.of();
  }

  private Map<SqlToken, String> year(int before, int after) {
    Map<SqlToken, String> number =
        one(token -> isNumber(token, BigDecimal.valueOf(before)), String.valueOf(after));
    Map<SqlToken, String> text =
        one(token -> isText(token, String.valueOf(before)), dialect.literal(String.valueOf(after)));
    return number.isEmpty() == text.isEmpty() ? Map.of() : number.isEmpty() ? text : number;
  }

  private Map<SqlToken, String> day(LocalDate before, LocalDate after) {
    return one(token -> isText(token, before.toString()), dialect.literal(after.toString()));
  }

  private Map<SqlToken, String> one(Predicate<SqlToken> wanted, String text) {
    List<SqlToken> found = tokens.stream().filter(wanted).toList();
    return found.size() == 1 ? Map.of(found.getFirst(), text) : Map.of();
  }

  private boolean isNumber(SqlToken token, BigDecimal value) {
    try {
      return token.kind() == SqlToken.Kind.NUMBER
          && new BigDecimal(token.text(sql)).compareTo(value) == 0;
    } catch (NumberFormatException other) {
      return false;
    }
  }

  private boolean isText(SqlToken token, String value) {
    return token.kind() == SqlToken.Kind.STRING && token.text(sql).equals(dialect.literal(value));
  }
}
