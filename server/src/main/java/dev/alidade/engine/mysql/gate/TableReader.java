package dev.alidade.engine.mysql.gate;

import dev.alidade.base.ErrorCode;
import dev.alidade.sql.TableName;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads what stands behind FROM, and notes every table. */
final class TableReader {
  private static final Set<String> HINTS = Set.of("USE", "FORCE", "IGNORE");
  private static final Set<String> SYSTEM =
      Set.of("mysql", "information_schema", "performance_schema", "sys");

  private final Reading reading;
  private final QueryReader queries;
  private final ExpressionReader expressions;

  TableReader(Reading reading, QueryReader queries, ExpressionReader expressions) {
    this.reading = reading;
    this.queries = queries;
    this.expressions = expressions;
  }

  void list() {
    do {
      joined();
    } while (reading.skip(","));
  }

  /** Reads {@code t.*} or {@code d.t.*}; false, and nothing read, where it is something else. */
  boolean allColumns() {
    int star = 2;
    while (reading.peek(star - 1).is(".") && reading.peek(star).isName()) {
      star += 2;
    }
    if (!reading.peek(star - 1).is(".") || !reading.peek(star).is("*")) {
      return false;
    }
    if (star == 4) {
      reading.qualifier(reading.peek(), reading.peek(1), reading.peek(2));
    }
    StringBuilder column = new StringBuilder();
    for (int index = 0; index <= star; index++) {
      column.append(reading.next().name());
    }
    reading.findings.columns().add(column.toString());
    return true;
  }

  private void joined() {
    factor();
    while (join()) {
      factor();
      condition();
    }
  }

  private boolean join() {
    if (reading.skip("JOIN") || reading.skip("STRAIGHT_JOIN")) {
      return true;
    }
    if (reading.skip("INNER", "JOIN") || reading.skip("CROSS", "JOIN")) {
      return true;
    }
    boolean natural = reading.skip("NATURAL");
    if (reading.skip("LEFT") || reading.skip("RIGHT")) {
      reading.skip("OUTER");
      reading.expect("JOIN");
      return true;
    }
    if (natural) {
      reading.skip("INNER");
      reading.expect("JOIN");
    }
    return natural;
  }

  // Conditions may follow several joins at once: a JOIN b JOIN c ON .. ON ..
  private void condition() {
    while (true) {
      if (reading.skip("ON")) {
        expressions.expression();
      } else if (reading.skip("USING")) {
        if (!reading.at("(")) {
          throw reading.unexpected();
        }
        queries.names();
      } else {
        return;
      }
    }
  }

  private void factor() {
    if (reading.skip("LATERAL")) {
      if (!reading.at("(")) {
        throw reading.unexpected();
      }
    }
    if (reading.at("(")) {
      parenthesized();
      return;
    }
    if (reading.skip("DUAL")) {
      return;
    }
    MySqlToken first = reading.peek();
    Optional<TablePlace> place = table();
    if (reading.at("(")) {
      throw reading.refusal(
          ErrorCode.FUNCTION_DENIED,
          "`%s` cannot be called as a table; name a table".formatted(first.name()),
          first);
    }
    boolean aliased = alias();
    int hints = reading.peek().start();
    int hintsEnd = hints;
    while (reading.at(HINTS)) {
      hintsEnd = hint();
    }
    if (place.isPresent()) {
      reading.findings.places().add(place.get().followed(aliased, hints, hintsEnd));
    }
  }

  private void parenthesized() {
    reading.expect("(");
    if (reading.atQuery()) {
      queries.query();
    } else {
      reading.enter();
      list();
      queries.rest();
      reading.leave();
    }
    reading.expect(")");
    if (alias()) {
      queries.names();
    }
  }

  /** Reads what a table is called in the statement, if it is called otherwise. */
  boolean alias() {
    boolean named = reading.skip("AS");
    if (!named && !Words.isAlias(reading.peek())) {
      return false;
    }
    reading.findings.aliases().add(reading.name().name().toLowerCase(Locale.ROOT));
    return true;
  }

  private int hint() {
    reading.next();
    if (!reading.skip("INDEX")) {
      reading.expect("KEY");
    }
    if (reading.skip("FOR") && !reading.skip("JOIN")) {
      if (!reading.skip("ORDER", "BY")) {
        reading.expect("GROUP");
        reading.expect("BY");
      }
    }
    reading.expect("(");
    while (!reading.at(")")) {
      if (!reading.skip("PRIMARY")) {
        reading.name();
      }
      reading.skip(",");
    }
    int end = reading.peek().end();
    reading.expect(")");
    return end;
  }

  /** The table that a write changes. */
  TableName target() {
    return table().orElseThrow(reading::unexpected).table();
  }

  private Optional<TablePlace> table() {
    MySqlToken first = reading.peek();
    if (!Words.isName(first)) {
      throw reading.unexpected();
    }
    reading.next();
    Optional<String> qualifier = Optional.empty();
    MySqlToken last = first;
    if (reading.skip(".")) {
      qualifier = Optional.of(first.name());
      last = reading.nameBehindDot();
    }
    String table = last.name();
    if (qualifier.isEmpty() && reading.isCommonTable(table)) {
      return Optional.empty();
    }
    TableName name = noted(qualifier, table, first);
    return Optional.of(
        new TablePlace(
            name,
            table,
            reading.isInInnerDefinition(),
            qualifier.isPresent(),
            first.start(),
            last.end(),
            false,
            0,
            0));
  }

  private TableName noted(Optional<String> qualifier, String table, MySqlToken token) {
    String database = qualifier.orElse(reading.names.database());
    if (SYSTEM.contains(database.toLowerCase(Locale.ROOT))) {
      throw reading.refusal(
          ErrorCode.TABLE_DENIED,
          "`%s` belongs to the server and is not shown here; read a database of your own"
              .formatted(database),
          token);
    }
    TableName found =
        reading
            .names
            .table(qualifier, table)
            .orElseThrow(
                () ->
                    reading.refusal(
                        ErrorCode.TABLE_DENIED,
                        "The source does not show the database `%s`; its default is `%s`"
                            .formatted(database, reading.names.database()),
                        token));
    reading.findings.tables().add(found);
    return found;
  }
}
