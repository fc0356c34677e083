package dev.alidade.engine.mysql;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Location;
import dev.alidade.base.Nearest;
import dev.alidade.policy.Governed;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns a failed statement into what its caller can act on. */
final class MySqlErrors {
  private static final Pattern FRAME = Pattern.compile("^\\(conn=\\d+\\) ?");
  private static final Pattern NEAR =
      Pattern.compile("near '(.*)' at line (\\d+)\\s*$", Pattern.DOTALL);
  private static final Pattern COLUMN = Pattern.compile("[Cc]olumn '(.*?)' in '?(.*?)'?\\.?$");
  private static final Pattern QUOTED = Pattern.compile("'(.*?)'");
  private static final Pattern ROUTINE = Pattern.compile("(?i)function (?:.*\\.)?(\\S+) ");

  private final Hints hints;

  MySqlErrors(Hints hints) {
    this.hints = hints;
  }

  AlidadeException translate(String source, Governed sql, SQLException failure) {
    String detail = detailOf(failure);
    if (failure instanceof UnreadableValue) {
      return failed(ErrorCode.DATA_ERROR, "Source `%s`: %s".formatted(source, detail), failure);
    }
    TextPlaces places = TextPlaces.of(sql.written());
    return switch (failure.getErrorCode()) {
      case 1064, 1149 -> syntax(places, detail, failure);
      case 1054 -> column(sql, places, detail, failure);
      case 1052, 1060 -> ambiguous(places, detail, failure);
      case 1051, 1109, 1146 -> table(places, detail, failure);
      case 1305, 1128, 1630 -> function(places, detail, failure);
      default -> {
        ErrorCode code = codeOf(failure);
        yield failed(code, messageOf(code, source, detail), failure);
      }
    };
  }

  /** What the server itself said. */
  static String detailOf(SQLException failure) {
    return FRAME.matcher(String.valueOf(failure.getMessage())).replaceFirst("");
  }

  static ErrorCode codeOf(SQLException failure) {
    return switch (failure.getErrorCode()) {
      case 1317, 1028, 1078 -> ErrorCode.QUERY_CANCELLED;
      case 1969, 3024, 1205 -> ErrorCode.QUERY_TIMEOUT;
      // Of two writes that wait for each other one is let go.
      case 1040, 1041, 1203, 1213, 1226, 1461 -> ErrorCode.OVERLOADED;
      case 1037, 1038, 1114, 1135, 1021, 3170 -> ErrorCode.OUT_OF_MEMORY;
      case 1044, 1045, 1142, 1143, 1227, 1356, 1370, 1410, 1449, 1419 ->
          ErrorCode.PERMISSION_DENIED;
      case 1290, 1792, 1836, 4086 -> ErrorCode.NOT_READ_ONLY;
      case 1436, 1119 -> ErrorCode.SQL_TOO_COMPLEX;
      case 1058, 1222, 1241, 1242 -> ErrorCode.TYPE_MISMATCH;
      case 1210, 1295 -> ErrorCode.PARAMETER_INVALID;
      case 1139,
          1153,
          1301,
          1364,
          1365,
          1366,
          1367,
          1411,
          1264,
          1265,
          1292,
          1406,
          1526,
          1690,
          1906,
          3105,
          3819,
          4025,
          4038,
          4037,
          3140 ->
          ErrorCode.DATA_ERROR;
      case 1093,
          1111,
          1136,
          1056,
          1055,
          1140,
          1066,
          1247,
          1248,
          1250,
          1221,
          1582,
          1584,
          1583,
          4015,
          4016,
          4005 ->
          ErrorCode.SYNTAX_ERROR;
      case 1267, 1270, 1271, 1273, 1115, 4078, 4079 -> ErrorCode.TYPE_MISMATCH;
      default -> byState(failure.getSQLState());
    };
  }

  private static ErrorCode byState(String state) {
    String known = state == null ? "" : state;
    if (known.startsWith("42") || known.startsWith("37")) {
      return ErrorCode.SYNTAX_ERROR;
    }
    if (known.startsWith("22") || known.startsWith("23")) {
      return ErrorCode.DATA_ERROR;
    }
    if (known.startsWith("28")) {
      return ErrorCode.PERMISSION_DENIED;
    }
    return ErrorCode.ENGINE_FAILED;
  }

  @SuppressWarnings("StatementSwitchToExpressionSwitch")
  private static String messageOf(ErrorCode code, String source, String detail) {
    if (code == ErrorCode.QUERY_CANCELLED) {
      return "The query on `%s` was cancelled".formatted(source);
    }
    if (code == ErrorCode.QUERY_TIMEOUT) {
      return "The query on `%s` took longer than its server allows; filter or aggregate more"
          .formatted(source);
    }
    if (code == ErrorCode.OUT_OF_MEMORY) {
      return "The server of `%s` has no memory or disk left for the query; filter or aggregate more"
          .formatted(source);
    }
    if (code == ErrorCode.PERMISSION_DENIED) {
      return "The account of `%s` may not do this: %s; grant it, or leave it out"
          .formatted(source, detail);
    }
    if (code == ErrorCode.NOT_READ_ONLY) {
      return "Only statements that read are allowed on `%s`; write a SELECT".formatted(source);
    }
    return "Source `%s`: %s".formatted(source, detail);
  }

  private static AlidadeException syntax(TextPlaces places, String detail, SQLException failure) {
    Matcher near = NEAR.matcher(detail);
    if (!near.find()) {
      return failed(ErrorCode.SYNTAX_ERROR, "The statement is wrong: " + detail, failure);
    }
    String excerpt = near.group(1);
    Optional<Location> place = places.near(excerpt, Integer.parseInt(near.group(2)));
    if (excerpt.isEmpty()) {
      return failed(
          ErrorCode.SYNTAX_ERROR, "The statement ends too early; complete it", place, failure);
    }
    String shown = excerpt.length() <= 40 ? excerpt : excerpt.substring(0, 40) + "…";
    return failed(ErrorCode.SYNTAX_ERROR, "Syntax error at `%s`".formatted(shown), place, failure);
  }

  private AlidadeException column(
      Governed sql, TextPlaces places, String detail, SQLException failure) {
    Matcher column = COLUMN.matcher(detail);
    if (!column.find()) {
      return failed(ErrorCode.COLUMN_NOT_FOUND, detail, failure);
    }
    String name = column.group(1);
    String last = name.substring(name.lastIndexOf('.') + 1);
    return failed(
        ErrorCode.COLUMN_NOT_FOUND,
        "Column `%s` not found%s%s"
            .formatted(
                name,
                sql.tables().size() == 1 ? " in `%s`".formatted(sql.tables().getFirst()) : "",
                Nearest.hint(last, hints.columns(sql.tables()))),
        places.column(name, column.group(2)),
        failure);
  }

  private static AlidadeException ambiguous(
      TextPlaces places, String detail, SQLException failure) {
    Matcher column = COLUMN.matcher(detail);
    if (!column.find()) {
      return failed(ErrorCode.AMBIGUOUS_NAME, detail, failure);
    }
    return failed(
        ErrorCode.AMBIGUOUS_NAME,
        "Column `%s` is in more than one of the tables; write the table before it"
            .formatted(column.group(1)),
        places.column(column.group(1), column.group(2)),
        failure);
  }

  private AlidadeException table(TextPlaces places, String detail, SQLException failure) {
    Matcher quoted = QUOTED.matcher(detail);
    if (!quoted.find()) {
      return failed(ErrorCode.TABLE_NOT_FOUND, detail, failure);
    }
    String full = quoted.group(1);
    String name = full.substring(full.indexOf('.') + 1);
    return failed(
        ErrorCode.TABLE_NOT_FOUND,
        "Table `%s` not found%s".formatted(name, Nearest.hint(name, hints.tables())),
        places.table(name),
        failure);
  }

  private static AlidadeException function(TextPlaces places, String detail, SQLException failure) {
    Matcher routine = ROUTINE.matcher(detail);
    if (!routine.find()) {
      return failed(ErrorCode.FUNCTION_NOT_FOUND, detail, failure);
    }
    return failed(
        ErrorCode.FUNCTION_NOT_FOUND,
        "No function `%s` on this server".formatted(routine.group(1)),
        places.call(routine.group(1)),
        failure);
  }

  private static AlidadeException failed(ErrorCode code, String message, SQLException cause) {
    return failed(code, message, Optional.empty(), cause);
  }

  private static AlidadeException failed(
      ErrorCode code, String message, Optional<Location> place, SQLException cause) {
    return new AlidadeException(code, message, place, cause);
  }
}
