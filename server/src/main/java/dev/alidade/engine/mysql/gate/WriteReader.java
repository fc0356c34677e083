package dev.alidade.engine.mysql.gate;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.mysql.gate.MySqlToken.Kind;
import dev.alidade.sql.TableName;
import java.util.Map;
import java.util.Set;

/**
 * Reads an INSERT, UPDATE or DELETE that changes one table and gives nothing back. Whatever else
 * the servers let stand in one of them is refused.
 */
final class WriteReader {
  private static final String ONE_TABLE =
      "A write names one table; find its rows with a subquery instead of a join, USING or a list";
  private static final String SOME_ROWS =
      "ORDER BY and LIMIT choose rows that may be others the next time; say with WHERE which rows are meant";
  private static final String HIDES =
      "IGNORE, LOW_PRIORITY and their like hide what did not fit; write a plain INSERT, UPDATE or DELETE";
  private static final Map<String, String> DENIED =
      Map.ofEntries(
          Map.entry(
              "RETURNING",
              "RETURNING is not needed: preview_write shows rows, and run_write counts them"),
          Map.entry(
              "ON",
              "ON DUPLICATE KEY hides how many rows are new; write INSERT or UPDATE by itself"),
          Map.entry("SET", "INSERT is written with VALUES or a SELECT here, not with SET"),
          Map.entry("PARTITION", "Single partitions are not written to here; use WHERE"),
          Map.entry("ORDER", SOME_ROWS),
          Map.entry("LIMIT", SOME_ROWS),
          Map.entry("JOIN", ONE_TABLE),
          Map.entry("INNER", ONE_TABLE),
          Map.entry("LEFT", ONE_TABLE),
          Map.entry("RIGHT", ONE_TABLE),
          Map.entry("CROSS", ONE_TABLE),
          Map.entry("USING", ONE_TABLE),
          Map.entry("IGNORE", HIDES),
          Map.entry("LOW_PRIORITY", HIDES),
          Map.entry("HIGH_PRIORITY", HIDES),
          Map.entry("DELAYED", HIDES));
  private static final Set<String> QUERIES = Set.of("SELECT", "WITH", "VALUES");

  private final Reading reading;
  private final QueryReader queries;
  private final ExpressionReader expressions;
  private final TableReader tables;

  WriteReader(Reading reading) {
    this.reading = reading;
    this.queries = new QueryReader(reading);
    this.expressions = new ExpressionReader(reading, queries);
    this.tables = new TableReader(reading, queries, expressions);
  }

  /** The one table that is changed; the statement is read up to what cannot belong to it. */
  TableName statement() {
    MySqlToken first = reading.next();
    TableName target =
        switch (first.keyword()) {
          case "INSERT" -> insert();
          case "UPDATE" -> update();
          case "DELETE" -> delete();
          default ->
              throw reading.refusal(
                  ErrorCode.SQL_DENIED,
                  "Only INSERT, UPDATE and DELETE are written with; write one",
                  first);
        };
    if (reading.peek().kind() != Kind.END && reading.peek().kind() != Kind.SEMICOLON) {
      throw misplaced();
    }
    return target;
  }

  private TableName insert() {
    reading.skip("INTO");
    TableName target = target();
    if (reading.at("(") && !QUERIES.contains(reading.peek(1).keyword())) {
      queries.names();
    }
    if (reading.skip("VALUES")) {
      rows();
      return target;
    }
    if (!reading.at("(") && !reading.at(QUERIES)) {
      throw misplaced();
    }
    queries.query();
    return target;
  }

  private TableName update() {
    TableName target = target();
    tables.alias();
    if (!reading.skip("SET")) {
      throw reading.at(",") ? denied(ONE_TABLE) : misplaced();
    }
    do {
      MySqlToken column = reading.name();
      if (reading.at(".")) {
        throw denied("A column is written by its name alone behind SET, without its table");
      }
      reading.findings.columns().add(column.name());
      reading.expect("=");
      value();
    } while (reading.skip(","));
    condition();
    return target;
  }

  private TableName delete() {
    if (!reading.skip("FROM")) {
      throw Words.isName(reading.peek()) ? denied(ONE_TABLE) : misplaced();
    }
    TableName target = target();
    condition();
    return target;
  }

  private TableName target() {
    if (!Words.isName(reading.peek())) {
      throw misplaced();
    }
    return tables.target();
  }

  private void condition() {
    if (reading.skip("WHERE")) {
      expressions.expression();
    }
  }

  private void rows() {
    do {
      reading.expect("(");
      do {
        value();
      } while (reading.skip(","));
      reading.expect(")");
    } while (reading.skip(","));
  }

  private void value() {
    if (reading.at("DEFAULT") && !reading.peek(1).is("(")) {
      reading.next();
      return;
    }
    expressions.expression();
  }

  private AlidadeException misplaced() {
    String message = DENIED.get(reading.peek().keyword());
    if (message != null) {
      return denied(message);
    }
    return reading.at(",") ? denied(ONE_TABLE) : reading.unexpected();
  }

  private AlidadeException denied(String message) {
    return reading.refusal(ErrorCode.SQL_DENIED, message, reading.peek());
  }
}
