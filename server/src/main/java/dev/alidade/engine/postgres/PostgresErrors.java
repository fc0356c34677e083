package dev.alidade.engine.postgres;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Location;
import dev.alidade.engine.jdbc.Host;
import dev.alidade.engine.jdbc.TlsFailures;
import dev.alidade.engine.postgres.gate.StatementText;
import dev.alidade.policy.Governed;
import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Turns the server's failures into ours: its codes are those of the SQL standard. */
final class PostgresErrors {
  /** A parameter whose type nothing in the statement tells. */
  static final String INDETERMINATE_TYPE = "42P18";

  private PostgresErrors() {}

  /** The failure of a governed statement; the place is in the text that its caller wrote. */
  static AlidadeException translate(String source, Governed sql, SQLException failure) {
    return translate(source, sql, failure, 0);
  }

  /** The same, of a statement that was sent behind {@code before} characters of our own. */
  static AlidadeException translate(String source, Governed sql, SQLException failure, int before) {
    ErrorCode code = code(failure);
    String message = message(code, source, failure);
    return new AlidadeException(code, message, location(sql, failure, before), failure);
  }

  /** The failure to connect, with what to do about it. */
  static AlidadeException translateConnect(String source, Host host, SQLException failure) {
    String what =
        switch (state(failure)) {
          case "28P01", "28000" ->
              text(failure).endsWith("no encryption")
                  ? TlsFailures.required(host)
                  : "%s refuses the account; correct `username` and `password`, or let it in with pg_hba.conf on the server"
                      .formatted(host);
          case "3D000" -> "%s has no such database; correct `database`".formatted(host);
          case "42501" ->
              "the account may not connect to the database; GRANT CONNECT ON DATABASE to it";
          case "53300" ->
              "%s has no connection left; lower `pool` here, or raise max_connections there"
                  .formatted(host);
          case "57P03" -> "%s is starting or shutting down; try again in a moment".formatted(host);
          case "08004" ->
              text(failure).contains("SSL")
                  ? TlsFailures.missing(host)
                  : "%s refused the connection: %s".formatted(host, text(failure));
          default ->
              text(failure).startsWith("The hostname")
                  ? TlsFailures.otherName(host)
                  : "%s refused the connection: %s".formatted(host, text(failure));
        };
    ErrorCode code =
        switch (state(failure)) {
          case "28P01", "28000", "42501" -> ErrorCode.PERMISSION_DENIED;
          case "3D000" -> ErrorCode.CONFIGURATION_INVALID;
          case "53300" -> ErrorCode.OVERLOADED;
          default -> ErrorCode.SOURCE_UNAVAILABLE;
        };
    return new AlidadeException(code, "Source `%s`: %s".formatted(source, what), failure);
  }

  static String state(SQLException failure) {
    return failure.getSQLState() == null ? "" : failure.getSQLState();
  }

  private static ErrorCode code(SQLException failure) {
    String state = state(failure);
    if (state.equals("42883") && text(failure).startsWith("operator")) {
      return ErrorCode.TYPE_MISMATCH;
    }
    return switch (state) {
      case "42P01", "3F000", "3D000" -> ErrorCode.TABLE_NOT_FOUND;
      case "42P02" -> ErrorCode.PARAMETER_INVALID;
      case "0A000" -> ErrorCode.NOT_SUPPORTED;
      case "42703" -> ErrorCode.COLUMN_NOT_FOUND;
      case "42883" -> ErrorCode.FUNCTION_NOT_FOUND;
      case "42702", "42725", "42P09", "42P08" -> ErrorCode.AMBIGUOUS_NAME;
      case "42804", "42846", "42P18", "42P21", "42P22" -> ErrorCode.TYPE_MISMATCH;
      case "42501" -> ErrorCode.PERMISSION_DENIED;
      case "25006" -> ErrorCode.NOT_READ_ONLY;
      case "25P01", "25P02", "25P03", "25P04" -> ErrorCode.TRANSACTION_FAILED;
      case "54000", "54001", "54011", "54023" -> ErrorCode.SQL_TOO_COMPLEX;
      case "57014" -> ErrorCode.QUERY_CANCELLED;
      case "55P03", "53300" -> ErrorCode.OVERLOADED;
      case "53200" -> ErrorCode.OUT_OF_MEMORY;
      case "53400" -> ErrorCode.RESULT_TOO_LARGE;
      // A replica had to drop rows that the query still read.
      case "40001" -> ErrorCode.OVERLOADED;
      default -> byClass(state);
    };
  }

  private static ErrorCode byClass(String state) {
    return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
      case "08", "57", "58" -> ErrorCode.SOURCE_UNAVAILABLE;
      case "53" -> ErrorCode.OVERLOADED;
      case "22", "21", "23" -> ErrorCode.DATA_ERROR;
      case "28" -> ErrorCode.PERMISSION_DENIED;
      case "42" -> ErrorCode.SYNTAX_ERROR;
      case "54" -> ErrorCode.SQL_TOO_COMPLEX;
      case "25" -> ErrorCode.TRANSACTION_FAILED;
      case "02" -> ErrorCode.SQL_DENIED;
      default -> ErrorCode.ENGINE_FAILED;
    };
  }

  @SuppressWarnings("StatementSwitchToExpressionSwitch")
  private static String message(ErrorCode code, String source, SQLException failure) {
    String text = text(failure);
    if (code == ErrorCode.NOT_READ_ONLY) {
      return "Source `%s` is only read: %s; write a SELECT".formatted(source, text);
    }
    if (code == ErrorCode.PERMISSION_DENIED) {
      return "The account of source `%s` may not do this: %s; GRANT SELECT to it, or ask for other tables"
          .formatted(source, text);
    }
    if (code == ErrorCode.TRANSACTION_FAILED) {
      return "The transaction on `%s` has ended with the failure before; begin a new one"
          .formatted(source);
    }
    if (code == ErrorCode.QUERY_CANCELLED) {
      return "The query on `%s` was stopped by the server: %s".formatted(source, text);
    }
    if (state(failure).equals(INDETERMINATE_TYPE)) {
      return "%s; say it with CAST(? AS type)".formatted(text);
    }
    String hint = server(failure).map(ServerErrorMessage::getHint).map(": "::concat).orElse("");
    return "Source `%s`: %s%s".formatted(source, text, hint);
  }

  static String text(SQLException failure) {
    return server(failure)
        .map(ServerErrorMessage::getMessage)
        .orElseGet(() -> String.valueOf(failure.getMessage()));
  }

  private static Optional<Location> location(Governed sql, SQLException failure, int before) {
    Optional<ServerErrorMessage> server = server(failure);
    int point = server.map(ServerErrorMessage::getPosition).orElse(0) - before;
    // Behind a view the server counts in a text that the caller did not write.
    if (point <= 0 || sql.isNarrowed()) {
      return Optional.empty();
    }
    // What ran is a piece of what was written, or all of it.
    StatementText text = StatementText.of(sql.text());
    int start = Math.max(0, sql.written().indexOf(sql.text()));
    return Optional.of(Location.of(sql.written(), start + text.writtenOffsetOfPoint(point)));
  }

  private static Optional<ServerErrorMessage> server(SQLException failure) {
    return failure instanceof PSQLException own
        ? Optional.ofNullable(own.getServerErrorMessage())
        : Optional.empty();
  }
}
