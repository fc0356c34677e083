package dev.alidade.redteam.random;

import java.util.List;
import java.util.Optional;

/** Statements in SQLite's words. */
final class SqliteFlavour extends Flavour {
  @Override
  String engine() {
    return "sqlite";
  }

  @Override
  Optional<String> home() {
    return Optional.of("main");
  }

  @Override
  boolean hasLateral() {
    return false;
  }

  @Override
  boolean namesColumns() {
    return false;
  }

  @Override
  boolean hasValues() {
    return false;
  }

  /** Dates are texts. */
  @Override
  String date(String day) {
    return "'" + day + "'";
  }

  @Override
  List<String> groupings() {
    return List.of("{keys}");
  }

  @Override
  List<String> own(Kind kind) {
    return switch (kind) {
      case NUMBER ->
          List.of(
              "CAST({n} AS INTEGER)",
              "CAST({t} AS INTEGER)",
              "({n} % 7)",
              "instr({t}, {w})",
              "max({n}, {n})",
              "round({n}, 1)",
              "unicode({t})",
              "iif({b}, {n}, {n})",
              "abs({n} * -9223372036854775807 - {n})",
              "json_array_length(json_array({n}, {t}))",
              "({t} = {t})");
      case TEXT ->
          List.of(
              "({t} || {t})",
              "CAST({n} AS TEXT)",
              "printf('%s-%d', {t}, {n})",
              "hex({t})",
              "quote({t})",
              "typeof({n})",
              "typeof({t})",
              "iif({b}, {t}, {t})",
              "json_extract(json_array({t}), '$[0]')",
              "({d} || '')");
      case DATE -> List.of("date({d}, 'start of month')", "max({d}, {d})");
      case TRUTH ->
          List.of(
              "({t} IS {t})",
              "({t} GLOB 'A*')",
              "({n} IS NOT DISTINCT FROM {n})",
              "({t} = {t} COLLATE NOCASE)",
              "({n} = {t})",
              "(json_extract({t}, '$') > 0 OR {b})",
              "(({n}, {t}) IN (SELECT id, name FROM customers))",
              "json_valid({t})");
    };
  }

  @Override
  List<String> aggregates(Kind kind) {
    return switch (kind) {
      case NUMBER ->
          and(
              super.aggregates(kind),
              List.of("sum({n}) FILTER (WHERE {b})", "total({n})", "sum(sum({n})) OVER ()"));
      case TEXT -> and(super.aggregates(kind), List.of("group_concat({t}, ',' ORDER BY {total})"));
      case DATE, TRUTH -> super.aggregates(kind);
    };
  }

  @Override
  List<String> ranges() {
    return List.of("(SELECT value AS x FROM json_each('[1, 3, 6]')) AS {r}");
  }

  @Override
  List<String> statements() {
    return List.of(
        "SELECT * FROM {table}",
        "VALUES ({sn}, {st}), ({sn}, {w})",
        "SELECT count(*) FROM ({query})",
        "WITH payroll AS ({query}) SELECT * FROM payroll",
        "SELECT {sn} IN (SELECT id FROM {table}) AS found",
        "SELECT ({sn}, {st}) IN (SELECT id, name FROM main.customers) AS found",
        "SELECT group_concat(x) FROM (SELECT name AS x FROM customers ORDER BY id)",
        "SELECT json_group_array(id) FROM (SELECT id FROM {table} ORDER BY id)",
        "SELECT j.value, c.name FROM customers c, json_each(json_array(c.name, c.email, c.phone)) j",
        "SELECT name FROM [customers] WHERE \"region\" = \"west\"",
        "SELECT 'main'.'customers'.name FROM 'main'.'customers'",
        "SELECT * FROM (SELECT id FROM {table} EXCEPT SELECT id FROM {table})");
  }
}
