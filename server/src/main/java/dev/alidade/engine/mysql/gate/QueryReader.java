package dev.alidade.engine.mysql.gate;

import dev.alidade.base.ErrorCode;
import dev.alidade.engine.mysql.gate.MySqlToken.Kind;
import java.util.Locale;
import java.util.Set;

/** Reads queries: WITH, SELECT, VALUES, set operations, ORDER BY and LIMIT. */
final class QueryReader {
  private static final Set<String> SET_OPERATIONS = Set.of("UNION", "INTERSECT", "EXCEPT");
  private static final Set<String> OPTIONS =
      Set.of("ALL", "DISTINCT", "DISTINCTROW", "STRAIGHT_JOIN", "SQL_NO_CACHE");
  private static final int MOST_QUERIES = 1000;

  private final Reading reading;
  private final ExpressionReader expressions;
  private final TableReader tables;
  private int queries;

  QueryReader(Reading reading) {
    this.reading = reading;
    this.expressions = new ExpressionReader(reading, this);
    this.tables = new TableReader(reading, this, expressions);
  }

  /** A query expression up to what cannot belong to it. */
  void query() {
    reading.enter();
    reading.openScope();
    if (reading.skip("WITH")) {
      int hidden = reading.hideOuterScopes();
      commonTables();
      reading.hideScopes(hidden);
    }
    primary();
    rest();
    reading.closeScope();
    reading.leave();
  }

  /** Set operations, ORDER BY and LIMIT behind a first query. */
  void rest() {
    while (reading.at(SET_OPERATIONS)) {
      reading.next();
      if (!reading.skip("ALL")) {
        reading.skip("DISTINCT");
      }
      primary();
    }
    if (reading.skip("ORDER", "BY")) {
      ordering();
    }
    limit();
  }

  private void commonTables() {
    boolean recursive = reading.skip("RECURSIVE");
    do {
      String name = reading.name().name();
      reading.findings.aliases().add(name.toLowerCase(Locale.ROOT));
      if (recursive) {
        reading.define(name);
      }
      names();
      reading.expect("AS");
      reading.expect("(");
      query();
      reading.expect(")");
      reading.define(name);
    } while (reading.skip(","));
  }

  /** An optional list of names in parentheses. */
  void names() {
    if (!reading.skip("(")) {
      return;
    }
    do {
      reading.name();
    } while (reading.skip(","));
    reading.expect(")");
  }

  private void primary() {
    if (++queries > MOST_QUERIES) {
      throw reading.refusal(
          ErrorCode.SQL_TOO_COMPLEX,
          "The statement combines more than %d queries; split it".formatted(MOST_QUERIES),
          reading.peek());
    }
    if (reading.skip("(")) {
      query();
      reading.expect(")");
      return;
    }
    if (reading.skip("VALUES")) {
      rows();
      return;
    }
    reading.expect("SELECT");
    select();
  }

  private void rows() {
    do {
      reading.expect("(");
      expressions.list();
      reading.expect(")");
    } while (reading.skip(","));
  }

  private void select() {
    while (reading.at(OPTIONS)) {
      reading.next();
    }
    do {
      item();
    } while (reading.skip(","));
    if (reading.skip("FROM")) {
      tables.list();
    }
    if (reading.skip("WHERE")) {
      expressions.expression();
    }
    if (reading.skip("GROUP", "BY")) {
      ordering();
      reading.skip("WITH", "ROLLUP");
    }
    if (reading.skip("HAVING")) {
      expressions.expression();
    }
    if (reading.skip("WINDOW")) {
      windows();
    }
  }

  private void item() {
    if (reading.skip("*")) {
      reading.findings.columns().add("*");
      return;
    }
    if (Words.isName(reading.peek()) && tables.allColumns()) {
      return;
    }
    expressions.expression();
    boolean as = reading.skip("AS");
    if (reading.skipKind(Kind.STRING)) {
      return;
    }
    if (as) {
      reading.name();
    } else if (Words.isAlias(reading.peek())) {
      reading.next();
    }
  }

  private void windows() {
    do {
      reading.name();
      reading.expect("AS");
      expressions.window();
    } while (reading.skip(","));
  }

  /** Expressions with ASC or DESC. */
  void ordering() {
    do {
      expressions.expression();
      if (!reading.skip("ASC")) {
        reading.skip("DESC");
      }
    } while (reading.skip(","));
  }

  private void limit() {
    if (reading.skip("LIMIT")) {
      count();
      if (reading.skip(",") || reading.skip("OFFSET")) {
        count();
      }
      return;
    }
    if (reading.skip("OFFSET")) {
      count();
      if (!reading.skip("ROWS")) {
        reading.expect("ROW");
      }
    }
    if (reading.skip("FETCH")) {
      fetch();
    }
  }

  private void fetch() {
    if (!reading.skip("FIRST")) {
      reading.expect("NEXT");
    }
    if (!reading.at("ROW") && !reading.at("ROWS")) {
      count();
    }
    if (!reading.skip("ROWS")) {
      reading.expect("ROW");
    }
    if (!reading.skip("ONLY")) {
      reading.expect("WITH");
      reading.expect("TIES");
    }
  }

  private void count() {
    if (!reading.skipKind(Kind.NUMBER) && !reading.skipKind(Kind.PARAMETER)) {
      throw reading.unexpected();
    }
  }
}
