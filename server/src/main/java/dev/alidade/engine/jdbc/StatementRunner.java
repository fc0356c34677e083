package dev.alidade.engine.jdbc;

import dev.alidade.engine.ExecutionRequest;
import dev.alidade.policy.GovernedSql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Runs one governed statement on a connection, up to where its rows can be read. */
final class StatementRunner {
  private final ServerKind kind;
  private final String source;

  StatementRunner(ServerKind kind, String source) {
    this.kind = kind;
    this.source = source;
  }

  /** Starts the statement; {@code ending} is told how it ended, also when starting it failed. */
  ServerRows start(
      Connection connection, ExecutionRequest request, BoundText bound, ServerRows.Ending ending)
      throws StatementFailure {
    PreparedStatement statement = null;
    StatementWatch watch = new StatementWatch(kind, connection);
    try {
      statement = connection.prepareStatement(bound.text());
      kind.stream(statement);
      for (int index = 0; index < bound.values().size(); index++) {
        kind.bind(statement, index + 1, bound.values().get(index));
      }
      watch.watch(statement, request.cancellation());
      ResultSet result = statement.executeQuery();
      return new ServerRows(kind, failures(request.sql(), watch), statement, result, watch, ending);
    } catch (SQLException failure) {
      Failures failures = failures(request.sql(), watch);
      StatementFailure told =
          new StatementFailure(
              failures.translate(failure, false), failures.isConnectionLost(failure));
      end(statement, watch);
      ending.failed(watch.isCancelled() || told.isConnectionLost());
      throw told;
    } catch (RuntimeException | Error failure) {
      end(statement, watch);
      ending.failed(true);
      throw failure;
    }
  }

  private Failures failures(GovernedSql sql, StatementWatch watch) {
    return new Failures(kind, source, sql, watch);
  }

  private static void end(PreparedStatement statement, StatementWatch watch) {
    watch.close();
    if (statement == null) {
      return;
    }
    try {
      statement.close();
    } catch (SQLException alreadyClosed) {
      // What matters is the failure that led here.
    }
  }
}
