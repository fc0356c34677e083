package dev.alidade.evaluate.cause;

import dev.alidade.evaluate.cause.Term.Call;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes terms so that the same thing gives the same text, whatever its alias. */
final class Plain {
  private static final Set<String> AGGREGATES = Set.of("count", "sum", "avg", "min", "max");
  private static final Set<String> CALCULATIONS = Set.of("+", "-", "*", "/", "%");

  private final Scope scope;

  Plain(Scope scope) {
    this.scope = scope;
  }

  static boolean isAggregate(Term term) {
    return term instanceof Call call
        && (AGGREGATES.contains(call.name())
            || (call.name().equals("filter") && isAggregate(call.arguments().getFirst())));
  }

  /** Whether an aggregate stands somewhere in the term; not in a query within it. */
  static boolean hasAggregate(Term term) {
    return isAggregate(term)
        || (term instanceof Call call && call.arguments().stream().anyMatch(Plain::hasAggregate));
  }

  /** Whether it calculates with more than one column or aggregate. */
  static boolean isCalculation(Term term) {
    if (!(term instanceof Call call)) {
      return false;
    }
    boolean here =
        CALCULATIONS.contains(call.name())
            && call.arguments().size() == 2
            && call.arguments().stream().allMatch(Plain::varies);
    return here || call.arguments().stream().anyMatch(Plain::isCalculation);
  }

  private static boolean varies(Term term) {
    return switch (term) {
      case Term.Column column -> true;
      case Term.Value value -> false;
      case Term.Star star -> true;
      case Term.Nested nested -> true;
      case Call call -> call.arguments().stream().anyMatch(Plain::varies);
    };
  }

  String text(Term term) {
    return switch (term) {
      case Term.Column column -> column(column);
      case Term.Value value -> quoted(value.text());
      case Term.Star star -> "*";
      case Term.Nested nested -> "(query)";
      case Call call -> call(call);
    };
  }

  /** The columns and aggregates that a term is about. */
  List<String> subjects(Term term) {
    Set<String> subjects = new TreeSet<>();
    collect(term, subjects);
    return List.copyOf(subjects);
  }

  /** The constants in a term; a query within it is one of them. */
  List<String> values(Term term) {
    Set<String> values = new TreeSet<>();
    collectValues(term, values);
    return List.copyOf(values);
  }

  private void collect(Term term, Set<String> into) {
    switch (term) {
      case Term.Column column -> {
        if (!isText(column)) {
          into.add(column(column));
        }
      }
      case Call call -> {
        if (isAggregate(call)) {
          into.add(text(call));
        } else {
          call.arguments().forEach(argument -> collect(argument, into));
        }
      }
      case Term.Value value -> {}
      case Term.Star star -> {}
      case Term.Nested nested -> {}
    }
  }

  private void collectValues(Term term, Set<String> into) {
    switch (term) {
      case Term.Column column -> {
        if (isText(column)) {
          into.add(column.name());
        }
      }
      case Term.Value value -> into.add(value.text().replace("%", ""));
      case Term.Nested nested -> into.add("(query)");
      case Call call -> call.arguments().forEach(argument -> collectValues(argument, into));
      case Term.Star star -> {}
    }
  }

  /** A text in the quotes of names, as some engines let pass. */
  private boolean isText(Term.Column column) {
    return column.quoted() && scope.find(column).isEmpty();
  }

  private String column(Term.Column column) {
    return scope
        .find(column)
        .orElseGet(
            () ->
                column.quoted()
                    ? quoted(column.name())
                    : column.table().isEmpty()
                        ? column.name()
                        : column.table() + "." + column.name());
  }

  private String call(Call call) {
    // Counting rows and counting a key differ by nothing that a comparison of shapes could see.
    if (call.name().equals("count") && !call.distinct()) {
      return "count(*)";
    }
    List<String> arguments = call.arguments().stream().map(this::text).toList();
    return call.name()
        + (call.distinct() ? "(distinct " : "(")
        + arguments.stream().collect(Collectors.joining(", "))
        + ")";
  }

  private static String quoted(String text) {
    return "'" + text + "'";
  }
}
