package dev.alidade.evaluate.cause;

import dev.alidade.evaluate.cause.Condition.Place;
import dev.alidade.evaluate.cause.ConditionReader.Use;
import dev.alidade.evaluate.cause.Query.From;
import dev.alidade.evaluate.cause.Query.Select;
import dev.alidade.evaluate.cause.Query.Shown;
import dev.alidade.evaluate.cause.Query.SortKey;
import dev.alidade.evaluate.cause.Term.Call;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Gathers what a statement is made of from all its queries. */
final class FactReader {
  private final Schema schema;
  private final Set<Trait> traits = EnumSet.noneOf(Trait.class);
  private final Set<String> tables = new TreeSet<>();
  private final Set<Condition> conditions = new HashSet<>();
  private final Set<Condition> having = new HashSet<>();
  private final Set<String> groups = new TreeSet<>();
  private final Set<String> joins = new TreeSet<>();
  private final List<String> aggregates = new ArrayList<>();
  private final List<String> shown = new ArrayList<>();
  private final List<String> order = new ArrayList<>();
  private boolean inExtreme;

  private FactReader(Schema schema) {
    this.schema = schema;
  }

  static Facts read(Query query, Schema schema) {
    FactReader reader = new FactReader(schema);
    reader.query(query, Optional.empty(), Place.KEPT, true);
    return new Facts(
        reader.traits,
        reader.tables,
        reader.conditions,
        reader.having,
        reader.groups,
        reader.joins,
        reader.aggregates,
        reader.shown,
        reader.order);
  }

  private void query(Query query, Optional<Scope> outer, Place place, boolean top) {
    query
        .operators()
        .forEach(operator -> traits.add(Trait.valueOf(operator.toUpperCase(Locale.ROOT))));
    Set<Set<String>> sides = new HashSet<>();
    for (int side = 0; side < query.selects().size(); side++) {
      Select select = query.selects().get(side);
      Scope scope = new Scope(schema, outer, select);
      Plain plain = new Plain(scope);
      boolean first = side == 0;
      boolean excluded = !first && query.operators().get(side - 1).equals("except");
      sides.add(select(select, scope, excluded ? Place.EXCLUDED : place));
      if (first && top) {
        shown(select, plain);
      }
      if (first) {
        query.order().forEach(key -> order.add(text(key, scope, plain)));
      }
    }
    query.limit().ifPresent(limit -> order.add("limit " + limit));
    if (sides.size() > 1) {
      traits.add(Trait.DIFFERENT_SIDES);
    }
  }

  /** Gathers from one select; tells the tables that it names. */
  private Set<String> select(Select select, Scope scope, Place place) {
    Plain plain = new Plain(scope);
    Set<String> names = new TreeSet<>();
    for (From from : select.tables()) {
      if (from.query().isPresent()) {
        derived(from.query().get(), select, scope, place);
      } else if (!names.add(from.table())) {
        traits.add(Trait.SELF_JOIN);
      }
    }
    tables.addAll(names);
    ConditionReader reader =
        new ConditionReader(place, plain, traits, (inner, use) -> within(inner, use, scope, place));
    select.conditions().forEach(condition -> reader.read(condition, conditions));
    select.conditions().forEach(condition -> joins(condition, scope));
    select.having().forEach(condition -> reader.read(condition, having));
    select.groups().forEach(term -> groups.add(group(term, select, plain)));
    for (Shown one : select.shown()) {
      nestedIn(one.term(), scope, place);
      if (Plain.isCalculation(one.term())) {
        traits.add(Trait.ARITHMETIC);
      }
    }
    if (isTopOfGroups(select, plain)) {
      traits.add(Trait.TOP_OF_GROUPS);
    }
    return names;
  }

  /** The pairs of columns by which tables belong together, as they are written. */
  private void joins(Term condition, Scope scope) {
    if (!(condition instanceof Call call) || call.arguments().size() != 2) {
      return;
    }
    Term left = call.arguments().getFirst();
    Term right = call.arguments().getLast();
    if (call.name().equals("=") && right instanceof Term.Column column) {
      join(left, scope, column, scope);
    }
    boolean member = call.name().equals("in") || call.name().equals("not in");
    if (member && right instanceof Term.Nested nested) {
      Select inner = nested.query().selects().getFirst();
      Scope within = new Scope(schema, Optional.of(scope), inner);
      join(left, scope, inner.shown().getFirst().term(), within);
    }
  }

  private void join(Term left, Scope leftScope, Term right, Scope rightScope) {
    if (left instanceof Term.Column one && right instanceof Term.Column other) {
      Set<String> ends = new TreeSet<>();
      leftScope.written(one).ifPresent(ends::add);
      rightScope.written(other).ifPresent(ends::add);
      if (ends.size() == 2) {
        joins.add(String.join(" = ", ends));
      }
    }
  }

  private void derived(Query inner, Select around, Scope scope, Place place) {
    boolean inside =
        inner.selects().stream()
            .flatMap(select -> select.shown().stream())
            .anyMatch(one -> Plain.hasAggregate(one.term()));
    boolean outside = around.shown().stream().anyMatch(one -> Plain.hasAggregate(one.term()));
    if (inside && outside && !inExtreme) {
      traits.add(Trait.NESTED_AGGREGATE);
    }
    query(inner, Optional.of(scope), place, false);
  }

  private void within(Query inner, Use use, Scope scope, Place place) {
    Place here =
        switch (use) {
          case MEMBER -> {
            traits.add(Trait.MEMBER);
            yield place;
          }
          case EXCLUDED -> {
            traits.add(Trait.EXCLUDES);
            yield Place.EXCLUDED;
          }
          case COMPARED -> {
            traits.add(Trait.NESTED_AGGREGATE);
            yield Place.COMPARED;
          }
          case EXTREME -> {
            extreme(inner, scope);
            yield place;
          }
        };
    boolean before = inExtreme;
    inExtreme = use == Use.EXTREME;
    query(inner, Optional.of(scope), here, false);
    inExtreme = before;
  }

  /** To equal the highest value says what sorting by it and taking the first says. */
  private void extreme(Query inner, Scope scope) {
    Select select = inner.selects().getFirst();
    Call call = (Call) select.shown().getFirst().term();
    Plain plain = new Plain(new Scope(schema, Optional.of(scope), select));
    String key = plain.text(call.arguments().getFirst());
    order.add(call.name().equals("max") ? key + " desc" : key);
    order.add("limit 1");
  }

  private void nestedIn(Term term, Scope scope, Place place) {
    if (term instanceof Term.Nested nested) {
      within(nested.query(), Use.COMPARED, scope, place);
    } else if (term instanceof Call call) {
      call.arguments().forEach(argument -> nestedIn(argument, scope, place));
    }
  }

  private void shown(Select select, Plain plain) {
    if (select.distinct()) {
      traits.add(Trait.DISTINCT);
    }
    for (Shown one : select.shown()) {
      String text = plain.text(one.term());
      boolean summed = Plain.hasAggregate(one.term());
      (summed ? aggregates : shown).add(text);
    }
  }

  /** A window, or a highest value beside what the groups do not fix. */
  private static boolean isTopOfGroups(Select select, Plain plain) {
    List<Term> terms = select.shown().stream().map(Shown::term).toList();
    boolean window =
        terms.stream().anyMatch(term -> term instanceof Call call && call.name().equals("over"));
    boolean extreme =
        terms.stream()
            .anyMatch(
                term ->
                    term instanceof Call call
                        && (call.name().equals("max") || call.name().equals("min")));
    Set<String> groups = new TreeSet<>();
    select.groups().forEach(term -> groups.add(group(term, select, plain)));
    boolean loose =
        terms.stream()
            .filter(term -> term instanceof Term.Column)
            .anyMatch(term -> !groups.contains(plain.text(term)));
    return window || (extreme && loose && !groups.isEmpty());
  }

  /** What is grouped by; the number or name of a column that is shown stands for it. */
  private static String group(Term term, Select select, Plain plain) {
    return plain.text(meant(term, select));
  }

  private static Term meant(Term term, Select select) {
    if (term instanceof Term.Value value && value.text().matches("\\d{1,3}")) {
      int number = Integer.parseInt(value.text());
      boolean known = number >= 1 && number <= select.shown().size();
      return known ? select.shown().get(number - 1).term() : term;
    }
    return term;
  }

  private static String text(SortKey key, Scope scope, Plain plain) {
    Term term = key.term();
    if (term instanceof Term.Column column && column.table().isEmpty()) {
      term = scope.shownAs(column.name()).orElse(term);
    }
    return plain.text(term) + (key.descending() ? " desc" : "");
  }
}
