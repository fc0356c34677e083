package dev.alidade.ask.converse;

import dev.alidade.ask.build.SourceMap;
import dev.alidade.ask.plan.ComparisonOperator;
import dev.alidade.ask.plan.Expression;
import dev.alidade.ask.plan.Operand;
import dev.alidade.ask.plan.Predicate;
import dev.alidade.ask.plan.SelectPlan;
import dev.alidade.ask.plan.TableUse;
import dev.alidade.ask.plan.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Adds, replaces and drops conditions. */
final class FilterEditor {
  private final Joiner joiner;

  FilterEditor(Joiner joiner) {
    this.joiner = joiner;
  }

  /** A condition on a column takes the place of the one that stands there, wherever it stands. */
  Optional<SelectPlan> filter(SelectPlan plan, Edit.Filter edit) {
    AtomicBoolean placed = new AtomicBoolean();
    SelectPlan mapped =
        Predicates.mapped(
            plan,
            within ->
                part -> {
                  boolean standsThere =
                      isOn(within, part, edit.place()) && replaces(edit.test(), part, edit.also());
                  if (!standsThere) {
                    return Optional.of(part);
                  }
                  if (placed.getAndSet(true)) {
                    return Optional.empty();
                  }
                  Predicate test =
                      Predicates.under(Predicates.column(part).orElseThrow().table(), edit.test());
                  return Optional.of(edit.also() ? Predicates.either(part, test) : test);
                });
    return placed.get()
        ? Optional.of(mapped)
        : joiner.filter(plan, edit.place().table(), edit.test());
  }

  /** Whether the column of a condition is this one. */
  static boolean isOn(SelectPlan plan, Predicate part, Place place) {
    return Predicates.column(part)
        .filter(column -> column.column().equals(place.column().name()))
        .flatMap(column -> plan.table(column.table()))
        .map(TableUse::table)
        .filter(place.table()::equals)
        .isPresent();
  }

  private static boolean replaces(Predicate fresh, Predicate old, boolean also) {
    if (Predicates.isNegative(fresh)) {
      // What is left out comes on top of what is asked for, unless it is the same thing.
      return Predicates.values(fresh).equals(Predicates.values(old))
          && !Predicates.values(fresh).isEmpty();
    }
    if (Predicates.isNegative(old)) {
      return !also;
    }
    if (fresh instanceof Predicate.Comparison one && old instanceof Predicate.Comparison other) {
      return direction(one.operator()) == direction(other.operator());
    }
    return true;
  }

  private static int direction(ComparisonOperator operator) {
    return switch (operator) {
      case EQUAL, NOT_EQUAL -> 0;
      case LESS, LESS_OR_EQUAL -> -1;
      case GREATER, GREATER_OR_EQUAL -> 1;
    };
  }

  /** A condition on the measure of each group; of single rows, on the number that they show. */
  Optional<SelectPlan> ofMeasure(SelectPlan plan, Edit.MeasureFilter edit) {
    Optional<Expression> measured = OrderEditor.measured(plan);
    if (measured.isEmpty()) {
      return Optional.empty();
    }
    Predicate test =
        new Predicate.Comparison(
            measured.get(), edit.operator(), new Operand.NumberValue(edit.value()), Words.NONE);
    if (!measured.get().isAggregate()) {
      return Optional.of(replaced(plan, measured.get(), test));
    }
    if (plan.groups().isEmpty()) {
      return Optional.empty();
    }
    PlanParts parts = new PlanParts(plan);
    List<Predicate> having = new ArrayList<>(Predicates.conjuncts(plan.having()));
    having.removeIf(part -> isOf(part, measured.get()) && replaces(test, part, false));
    having.add(test);
    parts.having = Predicates.all(having);
    return Optional.of(parts.made());
  }

  private static SelectPlan replaced(SelectPlan plan, Expression measured, Predicate test) {
    List<Predicate> parts = new ArrayList<>(Predicates.conjuncts(plan.filter()));
    parts.removeIf(part -> isOf(part, measured) && replaces(test, part, false));
    parts.add(test);
    return Predicates.filtered(plan, parts);
  }

  private static boolean isOf(Predicate part, Expression expression) {
    return part instanceof Predicate.Comparison comparison
        && SourceMap.isSame(comparison.left(), expression);
  }

  /** The plan without some of its conditions; empty where it has none of them. */
  Optional<SelectPlan> without(SelectPlan plan, Edit.Unfilter edit) {
    AtomicBoolean dropped = new AtomicBoolean();
    SelectPlan mapped =
        Predicates.mapped(
            plan,
            within ->
                part -> {
                  boolean goes =
                      edit.place().map(place -> isOn(within, part, place)).orElse(true)
                          && (!edit.timeOnly() || isOfTime(part));
                  dropped.compareAndSet(false, goes);
                  return goes ? Optional.empty() : Optional.of(part);
                });
    PlanParts parts = new PlanParts(mapped);
    if (edit.place().isEmpty() && !edit.timeOnly()) {
      dropped.compareAndSet(false, plan.having().isPresent());
      parts.having = Optional.empty();
    }
    return dropped.get() ? Optional.of(parts.pruned()) : Optional.empty();
  }

  /** Whether a condition is on a date, or on a column of years. */
  static boolean isOfTime(Predicate part) {
    return Predicates.column(part)
        .filter(
            column ->
                column.type().kind().isTemporal()
                    || column.column().toLowerCase(java.util.Locale.ROOT).contains("year"))
        .isPresent();
  }
}
