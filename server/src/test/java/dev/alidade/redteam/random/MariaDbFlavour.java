package dev.alidade.redteam.random;

import java.util.List;

/** Statements in MariaDB's words. */
final class MariaDbFlavour extends Flavour {
  @Override
  String engine() {
    return "mysql";
  }

  @Override
  String quoted(String name) {
    return "`" + name + "`";
  }

  @Override
  boolean foldsTables() {
    return false;
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

  @Override
  List<String> joins() {
    return List.of("JOIN", "LEFT JOIN", "RIGHT JOIN", "STRAIGHT_JOIN");
  }

  @Override
  List<String> groupings() {
    return List.of("{keys}", "{keys}", "{keys} WITH ROLLUP");
  }

  @Override
  List<String> own(Kind kind) {
    return switch (kind) {
      case NUMBER ->
          List.of(
              "CAST({n} AS SIGNED)",
              "CAST({t} AS SIGNED)",
              "mod({n}, 7)",
              "({n} DIV 7)",
              "char_length({t})",
              "locate({w}, {t})",
              "year({d})",
              "greatest({n}, {n})",
              "if({b}, {n}, {n})");
      case TEXT ->
          List.of(
              "concat({t}, {w})",
              "CAST({n} AS CHAR)",
              "left({t}, {i})",
              "md5({t})",
              "hex({t})",
              "if({b}, {t}, {t})",
              "ifnull({t}, {w})",
              "date_format({d}, '%Y')");
      case DATE -> List.of("greatest({d}, {d})", "ifnull({d}, {d})");
      case TRUTH ->
          List.of(
              "({t} <=> {t})",
              "({n} > ALL {qn})",
              "({n} = ANY {qn})",
              "({t} REGEXP '^[A-D]')",
              "({b} XOR {b})",
              "({n} = {t})",
              "(({n}, {t}) IN (SELECT id, name FROM customers))");
    };
  }

  @Override
  List<String> aggregates(Kind kind) {
    return kind == Kind.TEXT
        ? and(super.aggregates(kind), List.of("group_concat({t} ORDER BY {total} SEPARATOR ',')"))
        : super.aggregates(kind);
  }

  @Override
  List<String> statements() {
    return List.of(
        "SELECT * FROM {table}",
        "SELECT count(*) FROM ({query}) q",
        "SELECT d.n FROM (SELECT count(*) AS n FROM (SELECT * FROM {table}) e) d",
        "SELECT name FROM (customers)",
        "SELECT c.name FROM (customers c, orders o) WHERE c.id = o.customer_id",
        "SELECT name FROM customers USE INDEX () WHERE id = {k}",
        "(SELECT id FROM {table}) UNION ALL (SELECT id FROM {table}) ORDER BY 1 LIMIT 4",
        "SELECT `customers`.`name` AS `a``b` FROM `customers` # customers");
  }
}
