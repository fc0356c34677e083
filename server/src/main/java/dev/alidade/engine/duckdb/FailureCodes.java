package dev.alidade.engine.duckdb;

import dev.alidade.base.ErrorCode;
import dev.alidade.base.Nearest;
import java.util.List;
import java.util.Locale;

/** The codes and sentences of DuckDB's failures. */
final class FailureCodes {
  private FailureCodes() {}

  static ErrorCode codeOf(EngineFailure failure) {
    String message = failure.message();
    return switch (failure.type()) {
      case "Parser", "Syntax" -> ErrorCode.SYNTAX_ERROR;
      case "Binder" -> binderCode(failure);
      case "Catalog" -> catalogCode(failure);
      case "Conversion", "Out of Range", "Mismatch Type", "Constraint", "Divide by Zero" ->
          ErrorCode.DATA_ERROR;
      case "Invalid Input" -> invalidInputCode(message);
      case "Parameter Not Resolved", "Parameter Not Allowed" -> ErrorCode.PARAMETER_INVALID;
      case "Out of Memory" -> ErrorCode.OUT_OF_MEMORY;
      case "INTERRUPT", "Interrupt" -> ErrorCode.QUERY_CANCELLED;
      case "TransactionContext" -> ErrorCode.SQL_DENIED;
      case "Permission" -> ErrorCode.PERMISSION_DENIED;
      case "Not implemented" -> ErrorCode.NOT_SUPPORTED;
      case "IO", "Connection" -> ErrorCode.SOURCE_UNAVAILABLE;
      default -> ErrorCode.ENGINE_FAILED;
    };
  }

  static String messageOf(EngineFailure failure) {
    return switch (codeOf(failure)) {
      case COLUMN_NOT_FOUND -> "Column " + missing(failure);
      case TABLE_NOT_FOUND -> "Table " + missing(failure);
      case FUNCTION_NOT_FOUND -> "Function " + missing(failure);
      case NOT_READ_ONLY -> "The source is open for reading only; write a SELECT";
      case PERMISSION_DENIED ->
          "A query reaches only the tables of its source, no files or settings";
      case OUT_OF_MEMORY ->
          "The query needs more memory than it may use; filter or aggregate more, or select fewer columns";
      case QUERY_CANCELLED -> "The query was cancelled before it was done";
      case ENGINE_FAILED, SOURCE_UNAVAILABLE ->
          "DuckDB failed (%s); try again, and simplify the query if it fails again"
              .formatted(failure.type().isEmpty() ? "no reason given" : failure.type());
      default -> firstParagraph(failure.message());
    };
  }

  private static ErrorCode binderCode(EngineFailure failure) {
    String message = failure.message();
    if (failure.subtype().equals("COLUMN_NOT_FOUND")
        || message.startsWith("Referenced column")
        || message.contains("does not have a column named")) {
      return ErrorCode.COLUMN_NOT_FOUND;
    }
    if (message.startsWith("Referenced table")) {
      return ErrorCode.TABLE_NOT_FOUND;
    }
    if (message.startsWith("Ambiguous reference")) {
      return ErrorCode.AMBIGUOUS_NAME;
    }
    if (message.startsWith("No function matches")
        || message.startsWith("Could not choose a best candidate")
        || message.startsWith("Cannot mix")
        || message.startsWith("Cannot compare")
        || message.startsWith("Cannot combine")) {
      return ErrorCode.TYPE_MISMATCH;
    }
    return ErrorCode.SYNTAX_ERROR;
  }

  private static ErrorCode catalogCode(EngineFailure failure) {
    String type = failure.objectType().orElse("").toLowerCase(Locale.ROOT);
    if (type.contains("function") || type.contains("macro")) {
      return ErrorCode.FUNCTION_NOT_FOUND;
    }
    if (type.equals("table") || type.equals("view") || type.equals("schema")) {
      return ErrorCode.TABLE_NOT_FOUND;
    }
    return failure.message().startsWith("Table with name")
        ? ErrorCode.TABLE_NOT_FOUND
        : ErrorCode.TYPE_MISMATCH;
  }

  private static ErrorCode invalidInputCode(String message) {
    if (message.contains("read-only mode")) {
      return ErrorCode.NOT_READ_ONLY;
    }
    if (message.contains("configuration has been locked")) {
      return ErrorCode.PERMISSION_DENIED;
    }
    if (message.contains("Parameter count mismatch") || message.contains("Values were not")) {
      return ErrorCode.PARAMETER_INVALID;
    }
    return ErrorCode.DATA_ERROR;
  }

  private static String missing(EngineFailure failure) {
    if (failure.name().isEmpty()) {
      return "not found: " + firstParagraph(failure.message());
    }
    String name = failure.name().get();
    List<String> near =
        failure.candidates().stream().map(FailureCodes::lastPart).distinct().toList();
    return "`%s` not found%s".formatted(name, Nearest.hint(lastPart(name), near));
  }

  private static String lastPart(String name) {
    return name.substring(name.lastIndexOf('.') + 1).replace("\"", "");
  }

  /** Lists of overloads and advice on settings that nobody may change are left out. */
  private static String firstParagraph(String message) {
    int end = message.length();
    for (String cut : List.of("\n\n", "\n\tCandidate", "\nCandidate", " Use TRY(", " Use \"SET")) {
      int found = message.indexOf(cut);
      if (found > 0) {
        end = Math.min(end, found);
      }
    }
    return message.substring(0, end).replace('\n', ' ').strip();
  }
}
