package dev.alidade.redteam.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How one engine's statements differ from those that all engines read. A form is SQL with places:
 * {@code {n}} {@code {t}} {@code {d}} {@code {b}} for an expression of a kind, {@code {qn}} for a
 * sub-query of one column, {@code {sn}} for one of one value, {@code {q}} for any, {@code {k}} and
 * {@code {w}} for a number and a text of the data, {@code {i}} for a small number, {@code {p}} for
 * a pattern, {@code {total}} for all columns in sight, {@code {c}} for one of them, {@code {table}}
 * and {@code {query}}.
 */
abstract class Flavour {
  private static final List<String> NUMBERS =
      List.of(
          "{n}",
          "({n} + {n})",
          "({n} - {n})",
          "({n} * {i})",
          "(- {n})",
          "abs({n})",
          "floor({n})",
          "length({t})",
          "coalesce({n}, {i})",
          "nullif({n}, {n})",
          "CASE WHEN {b} THEN {n} ELSE {n} END",
          "CASE {t} WHEN {w} THEN {i} ELSE {n} END",
          "{sn}",
          "{sn}",
          "(100 / ({n} - {k}))",
          "(1 / nullif({n} - {k}, 0))");
  private static final List<String> TEXTS =
      List.of(
          "{t}",
          "lower({t})",
          "upper({t})",
          "substr({t}, {i}, {i})",
          "trim({t})",
          "replace({t}, {w}, {w})",
          "coalesce({t}, {w})",
          "nullif({t}, {t})",
          "CASE WHEN {b} THEN {t} ELSE {t} END",
          "CASE {t} WHEN {w} THEN {t} END",
          "{st}",
          "{st}");
  private static final List<String> DATES =
      List.of(
          "{d}", "coalesce({d}, {d})", "CASE WHEN {b} THEN {d} END", "nullif({d}, {d})", "{sd}");
  private static final List<String> TRUTHS =
      List.of(
          "({n} = {n})",
          "({n} < {n})",
          "({n} >= {k})",
          "({n} <> {k})",
          "({t} = {w})",
          "({t} = {t})",
          "({t} < {t})",
          "({t} LIKE {p})",
          "({t} NOT LIKE {p})",
          "({n} IS NULL)",
          "({t} IS NOT NULL)",
          "({d} IS NOT NULL)",
          "({d} < {d})",
          "({n} BETWEEN {k} AND {k})",
          "({n} IN ({k}, {k}, {i}))",
          "({t} IN ({w}, {w}))",
          "({t} NOT IN ({w}, {w}))",
          "({b} AND {b})",
          "({b} OR {b})",
          "(NOT {b})",
          "({n} IN {qn})",
          "({t} NOT IN {qt})",
          "({t} IN {qt})",
          "EXISTS {q}",
          "EXISTS {q}",
          "(NOT EXISTS {q})",
          "({n} = {sn})",
          "({t} >= {st})",
          "((100 / ({n} - {k})) > 1 OR {b})");

  /** What the configuration calls it. */
  abstract String engine();

  /** The forms that only this engine reads. */
  abstract List<String> own(Kind kind);

  final List<String> forms(Kind kind) {
    return and(
        switch (kind) {
          case NUMBER -> NUMBERS;
          case TEXT -> TEXTS;
          case DATE -> DATES;
          case TRUTH -> TRUTHS;
        },
        own(kind));
  }

  /** What stands over groups. */
  List<String> aggregates(Kind kind) {
    return switch (kind) {
      case NUMBER ->
          List.of(
              "count(*)",
              "sum({n})",
              "min({n})",
              "max({n})",
              "avg({n})",
              "count({t})",
              "count(DISTINCT {t})",
              "count(DISTINCT {n})",
              "(max({n}) - min({n}))",
              "sum(CASE WHEN {b} THEN {n} END)");
      case TEXT -> List.of("min({t})", "max({t})", "upper(max({t}))");
      case DATE -> List.of("min({d})", "max({d})");
      case TRUTH -> List.of("(count(*) > {i})", "(max({n}) > {k})", "(min({t}) = {w})");
    };
  }

  /** What stands over windows. */
  List<String> windows(Kind kind) {
    return switch (kind) {
      case NUMBER ->
          List.of(
              "row_number() OVER (ORDER BY {total})",
              "count(*) OVER (PARTITION BY {c})",
              "sum({n}) OVER (PARTITION BY {c} ORDER BY {total})",
              "sum({n}) OVER (ORDER BY {total} ROWS BETWEEN 1 PRECEDING AND CURRENT ROW)",
              "max({n}) OVER ()",
              "lag({n}) OVER (ORDER BY {total})",
              "rank() OVER (ORDER BY {n})",
              "dense_rank() OVER (ORDER BY {t} DESC)",
              "ntile(3) OVER (ORDER BY {total})");
      case TEXT ->
          List.of(
              "first_value({t}) OVER (ORDER BY {total})",
              "min({t}) OVER (PARTITION BY {c})",
              "lead({t}) OVER (PARTITION BY {c} ORDER BY {total})");
      case DATE -> List.of("max({d}) OVER ()", "min({d}) OVER (PARTITION BY {c})");
      case TRUTH -> List.of("(count(*) OVER () > {i})", "({n} = max({n}) OVER ())");
    };
  }

  /** Joins that take a condition. */
  List<String> joins() {
    return List.of("JOIN", "LEFT JOIN", "RIGHT JOIN", "FULL JOIN");
  }

  /** What stands between queries of the same columns. */
  List<String> compounds() {
    return List.of("UNION ALL", "UNION", "EXCEPT", "INTERSECT");
  }

  /** How keys are grouped; {@code {keys}} is their place. */
  List<String> groupings() {
    return List.of(
        "{keys}", "{keys}", "ROLLUP ({keys})", "CUBE ({keys})", "GROUPING SETS (({keys}), ())");
  }

  /** Relations that are no table, whose only column is a number {@code x}. */
  List<String> ranges() {
    return List.of();
  }

  /** Whole statements of its own. */
  List<String> statements() {
    return List.of();
  }

  /** The schema before a table's name, where it has the same name on the copy. */
  Optional<String> home() {
    return Optional.empty();
  }

  String quoted(String name) {
    return "\"" + name + "\"";
  }

  /** Whether letter case of a table's name does not matter. */
  boolean foldsTables() {
    return true;
  }

  boolean hasLateral() {
    return true;
  }

  boolean hasDistinctOn() {
    return false;
  }

  boolean hasQualify() {
    return false;
  }

  boolean hasRecursion() {
    return true;
  }

  /** Whether {@code FROM t AS a (x, y)} names columns. */
  boolean namesColumns() {
    return true;
  }

  /** Whether {@code (VALUES (1), (2)) AS v (x)} is a relation. */
  boolean hasValues() {
    return true;
  }

  /** A date as a literal. */
  String date(String day) {
    return "CAST('" + day + "' AS DATE)";
  }

  static List<String> and(List<String> some, List<String> more) {
    List<String> all = new ArrayList<>(some);
    all.addAll(more);
    return List.copyOf(all);
  }
}
