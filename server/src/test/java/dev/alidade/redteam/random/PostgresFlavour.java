package dev.alidade.redteam.random;

import java.util.List;
import java.util.Optional;

/** Statements in PostgreSQL's words. */
final class PostgresFlavour extends Flavour {
  @Override
  String engine() {
    return "postgres";
  }

  @Override
  Optional<String> home() {
    return Optional.of("public");
  }

  @Override
  boolean hasDistinctOn() {
    return true;
  }

  @Override
  List<String> own(Kind kind) {
    return switch (kind) {
      case NUMBER ->
          List.of(
              "CAST({n} AS integer)",
              "CAST({n} * 3 AS integer)",
              "CAST({n} AS smallint)",
              "CAST({t} AS bigint)",
              "mod(CAST({n} AS bigint), 7)",
              "position({w} IN {t})",
              "extract(year FROM {d})",
              "greatest({n}, {n})",
              "round(({n})::numeric, 1)",
              "({n})::bigint");
      case TEXT ->
          List.of(
              "({t} || {t})",
              "concat({t}, {w})",
              "({n})::text",
              "to_char({d}, 'YYYY-MM')",
              "left({t}, {i})",
              "md5({t})",
              "reverse({t})",
              "split_part({t}, ' ', 1)",
              "regexp_replace({t}, '[aeiou]', '')",
              "lpad({t}, 5, '*')");
      case DATE ->
          List.of("CAST(date_trunc('month', {d}) AS date)", "greatest({d}, {d})", "({d})::date");
      case TRUTH ->
          List.of(
              "({n} > ALL {qn})",
              "({n} = ANY {qn})",
              "({t} IS DISTINCT FROM {t})",
              "({t} ILIKE {p})",
              "({t} ~ '^[A-D]')",
              "({t} SIMILAR TO '[A-D]%')",
              "({n} = ANY (ARRAY[{k}, {i}]))",
              "(({n}, {t}) IN (SELECT id, name FROM customers))",
              "(CAST({n} * 3 AS integer) > 0 OR {b})",
              "(CAST({t} AS bigint) > 0 OR {b})");
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
                  "count(*) FILTER (WHERE {b})",
                  "percentile_cont(0.5) WITHIN GROUP (ORDER BY ({n})::float8)",
                  "array_length(array_agg({n}), 1)",
                  "sum(sum({n})) OVER ()"));
      case TEXT -> and(super.aggregates(kind), List.of("string_agg({t}, ',' ORDER BY {total})"));
      case TRUTH -> and(super.aggregates(kind), List.of("bool_or({b})"));
      case DATE -> super.aggregates(kind);
    };
  }

  @Override
  List<String> compounds() {
    return and(super.compounds(), List.of("EXCEPT ALL", "INTERSECT ALL"));
  }

  @Override
  List<String> ranges() {
    return List.of(
        "generate_series(1, 3) AS {r} (x)",
        "unnest(ARRAY[1, 3, 6]) AS {r} (x)",
        "(SELECT generate_series(3, 5) AS x) AS {r}");
  }

  @Override
  List<String> statements() {
    return List.of(
        "TABLE {table}",
        "VALUES ({sn}, {st}), ({sn}, {w})",
        "SELECT CAST(t AS text) FROM {table} t",
        "SELECT row_to_json(t) FROM {table} t",
        "SELECT to_jsonb(t.*) FROM {table} t",
        "SELECT (t).id FROM {table} t",
        "SELECT ROW(t.*) IS NULL FROM {table} t",
        "SELECT ARRAY(SELECT id FROM {table} ORDER BY id)",
        "SELECT count(*) FROM ({query}) q",
        "WITH payroll AS ({query}) TABLE payroll",
        "WITH customers AS MATERIALIZED ({query}) SELECT * FROM customers",
        "SELECT o.id, x.name FROM orders o LEFT JOIN LATERAL (SELECT name FROM customers WHERE id = o.customer_id ORDER BY id LIMIT 1) x ON true",
        "(SELECT id FROM {table}) INTERSECT (SELECT customer_id FROM orders) ORDER BY 1 LIMIT 4",
        "SELECT max(salary) OVER w, min(email) OVER w FROM customers WINDOW w AS (PARTITION BY region)");
  }
}
