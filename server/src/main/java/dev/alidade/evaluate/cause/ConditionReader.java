package dev.alidade.evaluate.cause;

import dev.alidade.evaluate.cause.Condition.Place;
import dev.alidade.evaluate.cause.Term.Call;
import dev.alidade.evaluate.cause.Term.Nested;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** Takes conditions apart: what each compares, and which queries stand within. */
final class ConditionReader {
  /** How a query within a condition is used. */
  enum Use {
    MEMBER,
    EXCLUDED,
    COMPARED,
    /** What is shown has the highest or lowest value. */
    EXTREME
  }

  private final Place place;
  private final Plain plain;
  private final Set<Trait> traits;
  private final BiConsumer<Query, Use> queries;

  /**
   * @param place what the conditions decide about
   * @param traits takes what a condition tells of the statement
   * @param queries takes queries within conditions
   */
  ConditionReader(Place place, Plain plain, Set<Trait> traits, BiConsumer<Query, Use> queries) {
    this.place = place;
    this.plain = plain;
    this.traits = traits;
    this.queries = queries;
  }

  void read(Term condition, Set<Condition> into) {
    read(condition, false, into);
  }

  private void read(Term condition, boolean negated, Set<Condition> into) {
    if (!(condition instanceof Call call)) {
      into.add(new Condition(place, plain.subjects(condition), negated ? "not" : "is", List.of()));
      return;
    }
    switch (call.name()) {
      case "not" -> read(call.arguments().getFirst(), !negated, into);
      case "and" -> call.arguments().forEach(part -> read(part, negated, into));
      case "or" -> {
        traits.add(Trait.ALTERNATIVES);
        call.arguments().forEach(part -> read(part, negated, into));
      }
      case "exists" -> queries.accept(nested(call), negated ? Use.EXCLUDED : Use.MEMBER);
      default -> comparison(call, negated, into);
    }
  }

  private void comparison(Call call, boolean negated, Set<Condition> into) {
    boolean member = call.name().equals("in") || call.name().equals("not in");
    if (member && call.arguments().getLast() instanceof Nested nested) {
      boolean excluded = negated != call.name().equals("not in");
      queries.accept(nested.query(), excluded ? Use.EXCLUDED : Use.MEMBER);
      return;
    }
    if (isJoin(call) || isPlace(call)) {
      return;
    }
    if (call.name().equals("=")
        && !negated
        && call.arguments().getLast() instanceof Nested nested
        && isExtreme(nested.query())) {
      queries.accept(nested.query(), Use.EXTREME);
      return;
    }
    call.arguments().stream()
        .filter(Nested.class::isInstance)
        .map(Nested.class::cast)
        .forEach(nested -> queries.accept(nested.query(), Use.COMPARED));
    into.add(
        new Condition(
            place,
            plain.subjects(call),
            negated ? "not " + call.name() : call.name(),
            plain.values(call)));
  }

  /** A query for nothing but the highest or lowest value of something. */
  private static boolean isExtreme(Query query) {
    return query.selects().size() == 1
        && query.selects().getFirst().shown().size() == 1
        && query.selects().getFirst().shown().getFirst().term() instanceof Call call
        && (call.name().equals("max") || call.name().equals("min"))
        && call.arguments().size() == 1;
  }

  /** Two columns that are equal join what they belong to. */
  private boolean isJoin(Call call) {
    return call.name().equals("=")
        && call.arguments().stream().allMatch(Term.Column.class::isInstance)
        && plain.values(call).isEmpty();
  }

  /** The place within a group that the top of each group is cut by. */
  private boolean isPlace(Call call) {
    return plain.subjects(call).stream().anyMatch(subject -> subject.startsWith("over("));
  }

  private static Query nested(Call call) {
    return ((Nested) call.arguments().getFirst()).query();
  }
}
