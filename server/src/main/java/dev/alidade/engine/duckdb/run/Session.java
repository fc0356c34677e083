package dev.alidade.engine.duckdb.run;

import dev.alidade.engine.ResultColumn;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;

/** A connection with the statements that were planned on it last; one query at a time uses it. */
final class Session implements AutoCloseable {
  private static final int MOST_STATEMENTS = 32;
  private static final int LONGEST = 10_000;
  private static final Pattern READ =
      Pattern.compile("[\\s(]*(SELECT|WITH|FROM|VALUES)\\b.*", Pattern.DOTALL);

  private final DuckDBConnection connection;
  private final Map<String, Planned> planned = new LinkedHashMap<>(16, 0.75f, true);

  /** A planned statement; types that depend on values are not known yet. */
  record Planned(DuckDBPreparedStatement statement, List<ResultColumn> columns) {
    Planned {
      columns = List.copyOf(columns);
    }
  }

  Session(DuckDBConnection connection) {
    this.connection = connection;
  }

  /**
   * Whether a text leaves nothing behind, so that its plan and its connection may be used again.
   */
  static boolean isRepeatable(String text) {
    return text.length() <= LONGEST && READ.matcher(text).matches();
  }

  /** Whether the text is planned here already. */
  boolean knows(String text) {
    return planned.containsKey(text);
  }

  /** The statement, planned at most once if it is repeatable. */
  Planned plan(String text) throws SQLException {
    Planned known = planned.get(text);
    if (known != null) {
      return known;
    }
    DuckDBPreparedStatement statement = connection.prepare(text);
    Planned fresh = new Planned(statement, columnsOf(statement.getMetaData()));
    planned.put(text, fresh);
    if (planned.size() > MOST_STATEMENTS) {
      Iterator<Planned> eldest = planned.values().iterator();
      eldest.next().statement().close();
      eldest.remove();
    }
    return fresh;
  }

  /** Plans the statement anew, because an error closed it. */
  Planned planAgain(String text) throws SQLException {
    Planned failed = planned.remove(text);
    if (failed != null) {
      failed.statement().close();
    }
    return plan(text);
  }

  @Override
  public void close() {
    try {
      for (Planned each : planned.values()) {
        each.statement().close();
      }
      connection.close();
    } catch (SQLException failure) {
      // What it ran failed or was interrupted before; that was reported then.
      System.getLogger(Session.class.getName())
          .log(System.Logger.Level.DEBUG, "closing after a failure", failure);
    }
  }

  static List<ResultColumn> columnsOf(ResultSetMetaData meta) throws SQLException {
    List<ResultColumn> columns = new ArrayList<>();
    for (int column = 1; column <= meta.getColumnCount(); column++) {
      columns.add(
          new ResultColumn(
              meta.getColumnName(column), DuckDbTypes.of(meta.getColumnTypeName(column))));
    }
    return columns;
  }
}
