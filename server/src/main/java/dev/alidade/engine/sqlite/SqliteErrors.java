package dev.alidade.engine.sqlite;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Turns the engine's failures into ours. */
final class SqliteErrors {
  private static final int BUSY = 5;
  private static final Pattern DRIVER_FRAME =
      Pattern.compile("^\\[\\w+\\]\\s.*?\\((.*)\\)$", Pattern.DOTALL);

  private SqliteErrors() {}

  /** The failure of a statement that compiled, or of opening the source. */
  static AlidadeException translate(String source, SQLException failure) {
    ErrorCode code = codeOf(failure);
    return new AlidadeException(code, messageOf(code, source, detailOf(failure)), failure);
  }

  /** The same for a source that was open before: its file was damaged since. */
  static AlidadeException whileOpen(String source, SQLException failure) {
    AlidadeException known = translate(source, failure);
    return known.code() == ErrorCode.FILE_UNREADABLE
        ? new AlidadeException(ErrorCode.SOURCE_UNAVAILABLE, known.getMessage(), failure)
        : known;
  }

  /** What the engine itself said, without the driver's frame around it. */
  static String detailOf(SQLException failure) {
    String message = String.valueOf(failure.getMessage());
    Matcher frame = DRIVER_FRAME.matcher(message);
    return frame.matches() ? frame.group(1) : message;
  }

  /** Whether somebody else holds the database. */
  static boolean isBusy(SQLException failure) {
    return failure instanceof SQLiteException known && (known.getResultCode().code & 0xff) == BUSY;
  }

  /** Our code for the engine's result code, extended codes included. */
  static ErrorCode codeOf(SQLException failure) {
    SQLiteErrorCode result =
        failure instanceof SQLiteException known
            ? known.getResultCode()
            : SQLiteErrorCode.UNKNOWN_ERROR;
    return switch (result.code & 0xff) {
      case 5, 6, 10, 14, 15, 17 -> ErrorCode.SOURCE_UNAVAILABLE;
      case 7 -> ErrorCode.OUT_OF_MEMORY;
      case 8 -> ErrorCode.NOT_READ_ONLY;
      case 9 -> ErrorCode.QUERY_CANCELLED;
      case 11, 26 -> ErrorCode.FILE_UNREADABLE;
      case 18 -> ErrorCode.RESULT_TOO_LARGE;
      case 20 -> ErrorCode.TYPE_MISMATCH;
      case 23 -> ErrorCode.SQL_DENIED;
      case 25 -> ErrorCode.PARAMETER_INVALID;
      case 1, 19 -> ErrorCode.DATA_ERROR;
      default -> ErrorCode.ENGINE_FAILED;
    };
  }

  @SuppressWarnings("StatementSwitchToExpressionSwitch")
  private static String messageOf(ErrorCode code, String source, String detail) {
    if (code == ErrorCode.QUERY_CANCELLED) {
      return "The query on `%s` was cancelled".formatted(source);
    }
    if (code == ErrorCode.SOURCE_UNAVAILABLE) {
      return "Source `%s` cannot be read now: %s; another program may hold it, try again"
          .formatted(source, detail);
    }
    if (code == ErrorCode.FILE_UNREADABLE) {
      return "Source `%s`: the file is not an SQLite database that can be read: %s"
          .formatted(source, detail);
    }
    if (code == ErrorCode.RESULT_TOO_LARGE) {
      return "A value on `%s` is larger than %d MB; select a part of it, for example with substr()"
          .formatted(source, SqliteConnector.LARGEST_VALUE / 1024 / 1024);
    }
    if (code == ErrorCode.OUT_OF_MEMORY) {
      return "The query on `%s` needs too much memory; filter or aggregate more".formatted(source);
    }
    return "Source `%s`: %s".formatted(source, detail);
  }
}
