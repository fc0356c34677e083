package dev.alidade.ask.converse;

import dev.alidade.ask.plan.Expression;
import dev.alidade.ask.plan.Operand;
import dev.alidade.ask.plan.Ordering;
import dev.alidade.ask.plan.Output;
import dev.alidade.ask.plan.Predicate;
import dev.alidade.ask.plan.SelectPlan;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.sql.TimeGrain;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the values that people give to chips. */
final class ChipValues {
  private ChipValues() {}

  static long rows(String text) {
    return Optional.of(number(text))
        .filter(number -> number.signum() > 0 && number.compareTo(new BigDecimal(1_000_000)) <= 0)
        .map(BigDecimal::longValue)
        .orElseThrow(() -> wrong(text, "a number of rows from 1 to 1,000,000"));
  }

  static boolean descending(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "descending" -> true;
      case "ascending" -> false;
      default -> throw wrong(text, "`ascending` or `descending`");
    };
  }

  /** The plan gathered by other periods; without a value, by none. */
  static Optional<SelectPlan> regrained(SelectPlan plan, List<String> values) {
    PlanParts parts = new PlanParts(plan);
    if (values.isEmpty()) {
      parts.groups.removeIf(Expression.PeriodOf.class::isInstance);
      parts.outputs.removeIf(output -> output.expression() instanceof Expression.PeriodOf);
      parts.order.removeIf(key -> key.expression() instanceof Expression.PeriodOf);
      return parts.outputs.isEmpty() ? Optional.empty() : Optional.of(parts.pruned());
    }
    TimeGrain grain =
        Stream.of(TimeGrain.values())
            .filter(one -> one.name().equalsIgnoreCase(values.getFirst()))
            .findFirst()
            .orElseThrow(
                () -> wrong(values.getFirst(), "`day`, `week`, `month`, `quarter` or `year`"));
    parts.groups.replaceAll(group -> of(group, grain));
    parts.outputs.replaceAll(
        output ->
            output.expression() instanceof Expression.PeriodOf
                ? new Output(of(output.expression(), grain), grain.name().toLowerCase(Locale.ROOT))
                : output);
    parts.order.replaceAll(
        key -> new Ordering(of(key.expression(), grain), key.descending(), key.words()));
    return Optional.of(parts.made());
  }

  static Expression of(Expression expression, TimeGrain grain) {
    return expression instanceof Expression.PeriodOf period
        ? new Expression.PeriodOf(grain, period.column(), period.words())
        : expression;
  }

  /** The same condition with other values. */
  static Predicate replaced(Predicate old, List<String> values, LocalDate today) {
    return switch (old) {
      case Predicate.Comparison comparison -> compared(comparison, values);
      case Predicate.AnyOf any when !any.parts().isEmpty() ->
          replaced(any.parts().getFirst(), values, today);
      case Predicate.Between between when values.size() == 2 ->
          new Predicate.Between(
              between.expression(),
              number(values.getFirst()),
              number(values.getLast()),
              between.negated(),
              between.words());
      case Predicate.TextMatch match ->
          new Predicate.TextMatch(
              match.column(), match.match(), values.getFirst(), match.negated(), match.words());
      case Predicate.InPeriod within ->
          new Predicate.InPeriod(
              within.column(),
              ChipPeriods.read(values.getFirst(), today)
                  .orElseThrow(
                      () -> wrong(values.getFirst(), "a time such as `2025` or `last month`")),
              within.negated(),
              within.words());
      case Predicate.Between between -> throw wrong(String.join(", ", values), "two numbers");
      case Predicate.AnyOf any -> throw fixed();
      case Predicate.Missing missing -> throw fixed();
      case Predicate.Member member -> throw fixed();
      case Predicate.AllOf all -> throw fixed();
    };
  }

  private static Predicate compared(Predicate.Comparison old, List<String> values) {
    List<Predicate> parts =
        values.stream()
            .<Predicate>map(
                value ->
                    new Predicate.Comparison(
                        old.left(), old.operator(), operand(old, value), old.words()))
            .toList();
    return parts.size() == 1 ? parts.getFirst() : new Predicate.AnyOf(parts);
  }

  private static Operand operand(Predicate.Comparison old, String value) {
    if (old.right() instanceof Operand.TextValue) {
      return new Operand.TextValue(value);
    }
    if (old.right() instanceof Operand.NumberValue) {
      return new Operand.NumberValue(number(value));
    }
    throw fixed();
  }

  private static BigDecimal number(String text) {
    String plain = text.strip().replace(",", "");
    if (!plain.matches("[-+]?\\d{1,18}(\\.\\d{1,9})?")) {
      throw wrong(text, "a number");
    }
    return new BigDecimal(plain);
  }

  private static AlidadeException wrong(String value, String wanted) {
    return new AlidadeException(
        ErrorCode.INVALID_INPUT, "`%s` does not fit there; give %s".formatted(value, wanted));
  }

  private static AlidadeException fixed() {
    return new AlidadeException(
        ErrorCode.INVALID_INPUT, "This filter has no value to change; remove it, or ask anew");
  }
}
