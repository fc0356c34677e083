package dev.alidade.ask.converse;

import dev.alidade.ask.build.SourceMap;
import dev.alidade.ask.explain.Phrases;
import dev.alidade.ask.plan.ComparisonOperator;
import dev.alidade.ask.plan.Expression;
import dev.alidade.ask.plan.Operand;
import dev.alidade.ask.plan.Ordering;
import dev.alidade.ask.plan.Predicate;
import dev.alidade.ask.plan.SelectPlan;
import dev.alidade.catalog.ColumnProfile;
import dev.alidade.sql.TimeGrain;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The parts of a plan that people can change without words. */
public final class Chips {
  private static final int MOST_YEARS = 5;
  private static final List<String> LIMITS = List.of("5", "10", "20", "50");

  private final SourceMap map;
  private final SelectPlan plan;
  private final Map<String, String> said;

  private Chips(SourceMap map, SelectPlan plan, Map<String, String> said) {
    this.map = map;
    this.plan = plan;
    this.said = said;
  }

  /** The chips of a plan, conditions first. */
  public static List<Chip> of(SelectPlan plan, Map<String, String> said, SourceMap map) {
    Chips chips = new Chips(map, plan, said);
    List<Chip> all = new ArrayList<>();
    List<Predicate> filters = Predicates.conjuncts(plan.filter());
    for (int at = 0; at < filters.size(); at++) {
      all.add(chips.filter("filter-" + (at + 1), filters.get(at)));
    }
    List<Predicate> having = Predicates.conjuncts(plan.having());
    for (int at = 0; at < having.size(); at++) {
      all.add(chips.filter("having-" + (at + 1), having.get(at)));
    }
    chips.grain().ifPresent(all::add);
    chips.order().ifPresent(all::add);
    chips.limit().ifPresent(all::add);
    return all;
  }

  private Chip filter(String id, Predicate part) {
    String label = Phrases.of(part, plan);
    Optional<Place> place =
        Predicates.column(part)
            .flatMap(
                use ->
                    plan.table(use.table())
                        .flatMap(used -> map.table(used.table()))
                        .flatMap(
                            table ->
                                table
                                    .column(use.column())
                                    .map(column -> new Place(table.name(), column))));
    List<String> values = values(part);
    return new Chip(
        id,
        ChipKind.FILTER,
        label,
        place.map(one -> one.table() + "." + one.column().name()),
        operator(part),
        values,
        Optional.ofNullable(said.get(label)),
        place.map(one -> alternatives(one, part, values)).orElse(List.of()));
  }

  private static List<String> values(Predicate part) {
    List<String> texts = Predicates.values(part);
    if (!texts.isEmpty()) {
      return texts;
    }
    if (part instanceof Predicate.Comparison comparison
        && comparison.right() instanceof Operand.NumberValue number) {
      return List.of(number.value().toPlainString());
    }
    if (part instanceof Predicate.Between between) {
      return List.of(between.low().toPlainString(), between.high().toPlainString());
    }
    if (part instanceof Predicate.TextMatch match) {
      return List.of(match.value());
    }
    return part instanceof Predicate.InPeriod within
        ? List.of(ChipPeriods.text(within.period()))
        : List.of();
  }

  private static Optional<String> operator(Predicate part) {
    return switch (part) {
      case Predicate.Comparison comparison -> Optional.of(comparison.operator().symbol());
      case Predicate.Between between -> Optional.of(between.negated() ? "not between" : "between");
      case Predicate.TextMatch match ->
          Optional.of(match.match().name().toLowerCase(Locale.ROOT).replace('_', ' '));
      case Predicate.InPeriod within -> Optional.of(within.negated() ? "not in" : "in");
      case Predicate.Missing missing -> Optional.of(missing.negated() ? "is known" : "is missing");
      case Predicate.Member member -> Optional.of(member.negated() ? "not among" : "among");
      case Predicate.AnyOf any -> Optional.of("=");
      case Predicate.AllOf all -> Optional.empty();
    };
  }

  private List<String> alternatives(Place place, Predicate part, List<String> values) {
    Optional<ColumnProfile> profile = map.knowledge().profile(place.table(), place.column().name());
    if (profile.isEmpty() || (part instanceof Predicate.Comparison one && isRange(one))) {
      return List.of();
    }
    if (place.column().type().kind().isTemporal()) {
      return ChipPeriods.years(profile.get()).stream()
          .filter(year -> !values.contains(year))
          .limit(MOST_YEARS)
          .toList();
    }
    return profile.get().examples().stream().filter(value -> !values.contains(value)).toList();
  }

  private static boolean isRange(Predicate.Comparison comparison) {
    return comparison.operator() != ComparisonOperator.EQUAL
        && comparison.operator() != ComparisonOperator.NOT_EQUAL;
  }

  private Optional<Chip> grain() {
    return plan.groups().stream()
        .filter(Expression.PeriodOf.class::isInstance)
        .map(Expression.PeriodOf.class::cast)
        .findFirst()
        .map(
            period -> {
              String grain = period.grain().name().toLowerCase(Locale.ROOT);
              return new Chip(
                  "grain",
                  ChipKind.GRAIN,
                  "by " + grain,
                  Optional.of(period.column().column()),
                  Optional.empty(),
                  List.of(grain),
                  Optional.empty(),
                  Stream.of(TimeGrain.values())
                      .map(one -> one.name().toLowerCase(Locale.ROOT))
                      .filter(one -> !one.equals(grain))
                      .toList());
            });
  }

  private Optional<Chip> order() {
    if (plan.order().isEmpty()
        || plan.order().getFirst().expression() instanceof Expression.PeriodOf) {
      return Optional.empty();
    }
    Ordering first = plan.order().getFirst();
    String direction = first.descending() ? "descending" : "ascending";
    return Optional.of(
        new Chip(
            "order",
            ChipKind.ORDER,
            "sorted by %s, %s".formatted(Phrases.of(first.expression(), plan), direction),
            Uses.column(first.expression()).map(Expression.ColumnUse::column),
            Optional.empty(),
            List.of(direction),
            Optional.empty(),
            List.of(first.descending() ? "ascending" : "descending")));
  }

  private Optional<Chip> limit() {
    return plan.limit()
        .map(
            limit ->
                new Chip(
                    "limit",
                    ChipKind.LIMIT,
                    limit == 1 ? "only 1 row" : "at most " + limit + " rows",
                    Optional.empty(),
                    Optional.empty(),
                    List.of(Long.toString(limit)),
                    Optional.empty(),
                    LIMITS.stream().filter(one -> !one.equals(Long.toString(limit))).toList()));
  }

  /** The plan with a chip's new values, or without it; empty where there is no such chip. */
  public static Optional<SelectPlan> changed(
      SelectPlan plan, String id, List<String> values, LocalDate today) {
    PlanParts parts = new PlanParts(plan);
    switch (id) {
      case "limit" -> parts.limit = values.stream().findFirst().map(ChipValues::rows);
      case "order" -> {
        boolean turned = !values.isEmpty();
        if (!turned) {
          parts.order.clear();
        }
        parts.order.replaceAll(
            key ->
                new Ordering(
                    key.expression(), ChipValues.descending(values.getFirst()), key.words()));
      }
      case "grain" -> {
        return ChipValues.regrained(plan, values);
      }
      default -> {
        return ofFilter(plan, parts, id, values, today);
      }
    }
    return Optional.of(parts.made());
  }

  private static Optional<SelectPlan> ofFilter(
      SelectPlan plan, PlanParts parts, String id, List<String> values, LocalDate today) {
    boolean having = id.startsWith("having-");
    List<Predicate> tests =
        new ArrayList<>(Predicates.conjuncts(having ? plan.having() : plan.filter()));
    int at =
        IntStream.range(0, tests.size())
            .filter(n -> id.equals((having ? "having-" : "filter-") + (n + 1)))
            .findFirst()
            .orElse(-1);
    if (at < 0) {
      return Optional.empty();
    }
    Predicate old = tests.remove(at);
    if (!values.isEmpty()) {
      tests.add(at, ChipValues.replaced(old, values, today));
    }
    if (having) {
      parts.having = Predicates.all(tests);
    } else {
      parts.filter = Predicates.all(tests);
    }
    return Optional.of(values.isEmpty() ? parts.pruned() : parts.made());
  }
}
