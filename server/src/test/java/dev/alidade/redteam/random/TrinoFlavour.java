package dev.alidade.redteam.random;

import java.util.List;

/** Statements in Trino's words. */
final class TrinoFlavour extends Flavour {
  @Override
  String engine() {
    return "trino";
  }

  /** A statement with WITH RECURSIVE is refused where policies hold. */
  @Override
  boolean hasRecursion() {
    return false;
  }

  @Override
  List<String> own(Kind kind) {
    return switch (kind) {
      case NUMBER ->
          List.of(
              "CAST({n} AS integer)",
              "CAST({n} * 3 AS integer)",
              "CAST({t} AS bigint)",
              "try_cast({t} AS bigint)",
              "try(100 / ({n} - {k}))",
              "mod(CAST({n} AS bigint), 7)",
              "strpos({t}, {w})",
              "year({d})",
              "greatest({n}, {n})",
              "if({b}, {n}, {n})");
      case TEXT ->
          List.of(
              "({t} || {t})",
              "concat({t}, {w})",
              "CAST({n} AS varchar)",
              "CAST({d} AS varchar)",
              "reverse({t})",
              "split_part({t}, ' ', 1)",
              "regexp_replace({t}, '[aeiou]')",
              "if({b}, {t}, {t})");
      case DATE -> List.of("date_trunc('month', {d})", "greatest({d}, {d})");
      case TRUTH ->
          List.of(
              "({n} > ALL {qn})",
              "({n} = ANY {qn})",
              "({t} IS DISTINCT FROM {t})",
              "regexp_like({t}, '^[A-D]')",
              "(CAST({n} * 3 AS integer) > 0 OR {b})");
    };
  }

  @Override
  List<String> aggregates(Kind kind) {
    return switch (kind) {
      case NUMBER ->
          and(
              super.aggregates(kind),
              List.of("sum({n}) FILTER (WHERE {b})", "count_if({b})", "sum(sum({n})) OVER ()"));
      case TEXT ->
          and(super.aggregates(kind), List.of("listagg({t}, ',') WITHIN GROUP (ORDER BY {total})"));
      case TRUTH -> and(super.aggregates(kind), List.of("bool_or({b})"));
      case DATE -> super.aggregates(kind);
    };
  }

  @Override
  List<String> ranges() {
    return List.of("UNNEST(ARRAY[1, 3, 6]) AS {r} (x)");
  }

  @Override
  List<String> statements() {
    return List.of(
        "TABLE {table}",
        "VALUES ({sn}, {st}), ({sn}, {w})",
        "SELECT * FROM {table} TABLESAMPLE BERNOULLI (100)",
        "SELECT count(*) FROM ({query}) q",
        "WITH payroll AS ({query}) SELECT * FROM payroll",
        "SELECT name FROM customers ORDER BY id FETCH FIRST 2 ROWS ONLY",
        "SELECT max(name) OVER w FROM customers WINDOW w AS (ORDER BY id ROWS 1 PRECEDING)",
        "SELECT name FROM customers WHERE (id, name) IN (VALUES (BIGINT '3', 'Ada'), (BIGINT '4', 'Dan'))");
  }
}
