package dev.alidade.evaluate.cause;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds how what was read differs from what is right. */
final class Differences {
  private final Facts right;
  private final Facts read;
  private final Set<Cause> causes = EnumSet.noneOf(Cause.class);

  private Differences(Facts right, Facts read) {
    this.right = right;
    this.read = read;
  }

  static Set<Cause> between(Facts right, Facts read) {
    Differences differences = new Differences(right, read);
    differences.structure();
    differences.tables();
    differences.aggregates();
    differences.conditions();
    differences.groups();
    differences.shown();
    return differences.causes;
  }

  private void structure() {
    boolean operators =
        isMissing(right, read, Trait.UNION, Trait.ALTERNATIVES)
            || isMissing(right, read, Trait.INTERSECT, Trait.MEMBER)
            || isMissing(right, read, Trait.EXCEPT, Trait.EXCLUDES)
            || isMissing(read, right, Trait.UNION, Trait.ALTERNATIVES)
            || isMissing(read, right, Trait.INTERSECT, Trait.MEMBER)
            || isMissing(read, right, Trait.EXCEPT, Trait.EXCLUDES);
    if (operators) {
      boolean tables = right.has(Trait.DIFFERENT_SIDES) || read.has(Trait.DIFFERENT_SIDES);
      causes.add(tables ? Cause.UNION_OF_TABLES : Cause.SET_OPERATION);
    }
    add(excludes(right) != excludes(read), Cause.EXCLUSION);
    compare(Trait.SELF_JOIN, Cause.SELF_JOIN);
    compare(Trait.TOP_OF_GROUPS, Cause.TOP_OF_GROUPS);
    compare(Trait.ARITHMETIC, Cause.ARITHMETIC);
    compare(Trait.NESTED_AGGREGATE, Cause.NESTED_AGGREGATE);
    add(isDistinct(right) != isDistinct(read), Cause.DISTINCT);
    add(!right.order().equals(read.order()), Cause.ORDER_OR_LIMIT);
  }

  /** Whether a set operation of one stands in the other neither so nor in another form. */
  private static boolean isMissing(Facts one, Facts other, Trait operator, Trait alike) {
    return one.has(operator) && !other.has(operator) && !other.has(alike);
  }

  private static boolean excludes(Facts facts) {
    return facts.has(Trait.EXCLUDES) || facts.has(Trait.EXCEPT);
  }

  /** Set operations give each row once. */
  private static boolean isDistinct(Facts facts) {
    return facts.has(Trait.DISTINCT)
        || facts.has(Trait.UNION)
        || facts.has(Trait.INTERSECT)
        || facts.has(Trait.EXCEPT);
  }

  private void tables() {
    boolean missing = !read.tables().containsAll(right.tables());
    boolean extra = !right.tables().containsAll(read.tables());
    add(missing && extra, Cause.OTHER_TABLE);
    add(missing && !extra, Cause.MISSING_TABLE);
    add(extra && !missing, Cause.EXTRA_TABLE);
    boolean same = !missing && !extra;
    add(same && right.has(Trait.MEMBER) != read.has(Trait.MEMBER), Cause.EXISTENCE);
    add(same && !right.joins().equals(read.joins()), Cause.JOIN_COLUMNS);
  }

  private void aggregates() {
    add(!right.aggregates().equals(read.aggregates()), Cause.AGGREGATE);
  }

  private void conditions() {
    List<Condition> missing = without(right.conditions(), read.conditions());
    List<Condition> extra = without(read.conditions(), right.conditions());
    for (Condition condition : List.copyOf(missing)) {
      nearest(condition, extra)
          .ifPresent(
              near -> {
                extra.remove(near);
                missing.remove(condition);
                causes.add(difference(condition, near));
              });
    }
    add(!missing.isEmpty(), Cause.MISSING_CONDITION);
    add(!extra.isEmpty(), Cause.EXTRA_CONDITION);
    add(
        right.has(Trait.ALTERNATIVES) != read.has(Trait.ALTERNATIVES)
            && right.conditions().equals(read.conditions()),
        Cause.OTHER_COMPARISON);
    add(!right.having().equals(read.having()), Cause.HAVING);
  }

  /** In an order of their own, so that two runs pair them alike. */
  private static List<Condition> without(Set<Condition> some, Set<Condition> others) {
    List<Condition> left = new ArrayList<>(some);
    left.removeAll(others);
    left.sort(Comparator.comparing(Condition::toString));
    return left;
  }

  /** The condition that is alike in what it compares or, failing that, in its values. */
  private static Optional<Condition> nearest(Condition condition, List<Condition> others) {
    List<Condition> there =
        others.stream().filter(other -> other.place() == condition.place()).toList();
    Optional<Condition> sameSubject =
        there.stream().filter(o -> o.subjects().equals(condition.subjects())).findFirst();
    return sameSubject.or(
        () ->
            there.stream()
                .filter(o -> !o.values().isEmpty() && o.values().equals(condition.values()))
                .findFirst());
  }

  private static Cause difference(Condition right, Condition read) {
    if (!right.subjects().equals(read.subjects())) {
      return Cause.OTHER_CONDITION_COLUMN;
    }
    return right.values().equals(read.values()) ? Cause.OTHER_COMPARISON : Cause.OTHER_VALUE;
  }

  private void groups() {
    boolean both = !right.groups().isEmpty() && !read.groups().isEmpty();
    boolean differ = !right.groups().equals(read.groups());
    add(both && differ, Cause.GROUP_COLUMN);
    add(!both && differ, Cause.GROUPING);
  }

  private void shown() {
    List<String> missing = new ArrayList<>(right.shown());
    read.shown().forEach(missing::remove);
    List<String> extra = new ArrayList<>(read.shown());
    right.shown().forEach(extra::remove);
    add(missing.size() != extra.size(), Cause.SHOWN_NUMBER);
    if (!missing.isEmpty() && !extra.isEmpty()) {
      boolean same = tablesOf(missing).equals(tablesOf(extra));
      causes.add(same ? Cause.SHOWN_SAME_TABLE : Cause.SHOWN_OTHER_TABLE);
    }
  }

  private static Set<String> tablesOf(List<String> columns) {
    return columns.stream()
        .map(column -> column.substring(0, Math.max(0, column.indexOf('.'))))
        .collect(Collectors.toSet());
  }

  private void compare(Trait trait, Cause cause) {
    add(right.has(trait) != read.has(trait), cause);
  }

  private void add(boolean differs, Cause cause) {
    if (differs) {
      causes.add(cause);
    }
  }
}
