package dev.alidade.redteam.random;

import java.util.List;
import java.util.Optional;

/** Statements in DuckDB's words. */
final class DuckDbFlavour extends Flavour {
  @Override
  String engine() {
    return "duckdb";
  }

  @Override
  Optional<String> home() {
    return Optional.of("main");
  }

  @Override
  boolean hasDistinctOn() {
    return true;
  }

  @Override
  boolean hasQualify() {
    return true;
  }

  @Override
  List<String> own(Kind kind) {
    return switch (kind) {
      case NUMBER ->
          List.of(
              "CAST({n} AS INTEGER)",
              "CAST({n} * 3 AS INTEGER)",
              "CAST({n} AS TINYINT)",
              "TRY_CAST({t} AS BIGINT)",
              "CAST({t} AS BIGINT)",
              "({n} % 7)",
              "strpos({t}, {w})",
              "year({d})",
              "greatest({n}, {n})",
              "list_sum(list_transform([{n}, {i}], x -> x + 1))",
              "len(string_split({t}, ' '))",
              "({n})::BIGINT");
      case TEXT ->
          List.of(
              "({t} || {t})",
              "concat({t}, {w})",
              "CAST({n} AS VARCHAR)",
              "CAST({d} AS VARCHAR)",
              "left({t}, {i})",
              "({t})[1:{i}]",
              "md5({t})",
              "reverse({t})",
              "regexp_replace({t}, '[aeiou]', '')");
      case DATE -> List.of("date_trunc('month', {d})", "greatest({d}, {d})");
      case TRUTH ->
          List.of(
              "({n} > ALL {qn})",
              "({n} = ANY {qn})",
              "({t} IS DISTINCT FROM {t})",
              "({t} ILIKE {p})",
              "contains({t}, {w})",
              "regexp_matches({t}, '[a-d]')",
              "(CAST({n} * 3 AS INTEGER) > 0 OR {b})");
    };
  }

  @Override
  List<String> aggregates(Kind kind) {
    return switch (kind) {
      case NUMBER ->
          and(
              super.aggregates(kind),
              List.of(
                  "sum({n}) FILTER (WHERE {b})",
                  "median({n})",
                  "len(list({n}))",
                  "sum(sum({n})) OVER ()",
                  "max(count(*)) OVER ()"));
      case TEXT ->
          and(
              super.aggregates(kind),
              List.of(
                  "string_agg({t}, ',' ORDER BY {total})",
                  "CAST(list_sort(list(DISTINCT {t})) AS VARCHAR)"));
      case TRUTH -> and(super.aggregates(kind), List.of("bool_or({b})"));
      case DATE -> super.aggregates(kind);
    };
  }

  @Override
  List<String> groupings() {
    return and(super.groupings(), List.of("ALL"));
  }

  @Override
  List<String> compounds() {
    return and(super.compounds(), List.of("EXCEPT ALL", "INTERSECT ALL", "UNION ALL BY NAME"));
  }

  @Override
  List<String> ranges() {
    return List.of(
        "range(3) AS {r} (x)",
        "generate_series(1, 3) AS {r} (x)",
        "unnest([3, 4, 6]) AS {r} (x)",
        "(SELECT unnest([3, 5]) AS x) AS {r}");
  }

  @Override
  List<String> statements() {
    return List.of(
        "FROM {table}",
        "TABLE {table}",
        "SUMMARIZE {table}",
        "SUMMARIZE {query}",
        "SELECT column_name, column_type FROM (DESCRIBE {table})",
        "SELECT column_name, column_type FROM (DESCRIBE {query})",
        "SELECT * FROM {table} USING SAMPLE 100%",
        "SELECT COLUMNS(*) FROM {table}",
        "SELECT COLUMNS('.*a.*') FROM {table}",
        "SELECT max(COLUMNS(*)) FROM {table}",
        "SELECT * EXCLUDE (id) FROM {table}",
        "SELECT * REPLACE ({k} AS id) FROM {table}",
        "SELECT t FROM {table} t",
        "SELECT unnest(list(id ORDER BY id)) FROM {table}",
        "SELECT id, count(*) FROM {table} GROUP BY ALL ORDER BY ALL",
        "SELECT * FROM {table} SEMI JOIN orders USING (id)",
        "SELECT * FROM {table} ANTI JOIN customers USING (id)",
        "SELECT a.id, b.id FROM customers a ASOF JOIN orders b ON a.id >= b.id",
        "SELECT * FROM (PIVOT {table} ON id IN (3, 4, 5, 7) USING count(*))",
        "SELECT * FROM (PIVOT customers ON region IN ('west', 'east') USING sum(salary), count(*) GROUP BY name)",
        "SELECT * FROM (PIVOT orders ON status IN ('open', 'paid') USING max(total) GROUP BY product_id)",
        "SELECT * FROM (UNPIVOT orders ON total, product_id)",
        "SELECT * FROM (UNPIVOT customers ON name, region, email, phone)",
        "SELECT CASE WHEN EXISTS {q} THEN error('stop') END FROM {table}",
        "SELECT count(*) FROM ({query}) q",
        "WITH payroll AS ({query}) FROM payroll",
        "WITH customers AS MATERIALIZED ({query}) SELECT * FROM customers",
        "VALUES ({sn}, {st}), ({sn}, {w})");
  }
}
