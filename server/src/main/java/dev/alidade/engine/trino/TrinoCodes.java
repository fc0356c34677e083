package dev.alidade.engine.trino;

import dev.alidade.base.ErrorCode;

/** Trino's standard error codes as ours. */
final class TrinoCodes {
  static final int INVALID_SESSION_PROPERTY = 14;
  static final int UNKNOWN_TRANSACTION = 20;

  private static final int FIRST_INTERNAL = 0x1_0000;
  private static final int FIRST_RESOURCE = 0x2_0000;
  private static final int FIRST_EXTERNAL = 0x100_0000;
  static final int QUERY_QUEUE_FULL = FIRST_RESOURCE + 2;

  private TrinoCodes() {}

  static ErrorCode of(TrinoFailure failure) {
    return switch (failure.code()) {
      // SYNTAX_ERROR
      case 1 -> ErrorCode.SYNTAX_ERROR;
      // ABANDONED_QUERY, USER_CANCELED, ADMINISTRATIVELY_KILLED, ADMINISTRATIVELY_PREEMPTED
      case 2, 3, 38, FIRST_RESOURCE + 8 -> ErrorCode.QUERY_CANCELLED;
      // PERMISSION_DENIED
      case 4 -> ErrorCode.PERMISSION_DENIED;
      // FUNCTION_NOT_FOUND, which also stands for a function that takes other types
      case 6 ->
          failure.message().startsWith("Unexpected parameters")
              ? ErrorCode.TYPE_MISMATCH
              : ErrorCode.FUNCTION_NOT_FOUND;
      // OPERATOR_NOT_FOUND, TYPE_NOT_FOUND, TYPE_MISMATCH
      case 10, 43, 58 -> ErrorCode.TYPE_MISMATCH;
      // NOT_SUPPORTED
      case 13 -> ErrorCode.NOT_SUPPORTED;
      // READ_ONLY_VIOLATION, MULTI_CATALOG_WRITE_CONFLICT, AUTOCOMMIT_WRITE_CONFLICT
      case 23, 24, 25 -> ErrorCode.NOT_READ_ONLY;
      // QUERY_REJECTED
      case 31, QUERY_QUEUE_FULL -> ErrorCode.OVERLOADED;
      // CATALOG_NOT_FOUND, SCHEMA_NOT_FOUND, TABLE_NOT_FOUND
      case 44, 45, 46 -> ErrorCode.TABLE_NOT_FOUND;
      // COLUMN_NOT_FOUND, INVALID_COLUMN_REFERENCE
      case 47, 63 -> ErrorCode.COLUMN_NOT_FOUND;
      // AMBIGUOUS_FUNCTION_CALL, AMBIGUOUS_NAME
      case 32, 62 -> ErrorCode.AMBIGUOUS_NAME;
      // INVALID_PARAMETER_USAGE
      case 80 -> ErrorCode.PARAMETER_INVALID;
      // QUERY_TEXT_TOO_LARGE, QUERY_HAS_TOO_MANY_STAGES, TOO_MANY_GROUPING_SETS,
      // STACK_OVERFLOW, QUERY_EXCEEDED_COMPILER_LIMIT, OPTIMIZER_TIMEOUT, EXCEEDED_SCAN_LIMIT
      case 35, 40, 70, 108, 132, FIRST_INTERNAL + 20, FIRST_RESOURCE + 9 ->
          ErrorCode.SQL_TOO_COMPLEX;
      // EXCEEDED_TIME_LIMIT, EXCEEDED_CPU_LIMIT
      case FIRST_RESOURCE + 3, FIRST_RESOURCE + 5 -> ErrorCode.QUERY_TIMEOUT;
      // EXCEEDED_FUNCTION_MEMORY_LIMIT, EXCEEDED_GLOBAL_MEMORY_LIMIT, CLUSTER_OUT_OF_MEMORY,
      // EXCEEDED_SPILL_LIMIT, EXCEEDED_LOCAL_MEMORY_LIMIT, OUT_OF_SPILL_SPACE
      case 37,
          FIRST_RESOURCE + 1,
          FIRST_RESOURCE + 4,
          FIRST_RESOURCE + 6,
          FIRST_RESOURCE + 7,
          FIRST_INTERNAL + 21 ->
          ErrorCode.OUT_OF_MEMORY;
      // UNKNOWN_TRANSACTION, CATALOG_UNAVAILABLE, TOO_MANY_REQUESTS_FAILED,
      // PAGE_TRANSPORT_ERROR, PAGE_TRANSPORT_TIMEOUT, NO_NODES_AVAILABLE, SERVER_SHUTTING_DOWN,
      // SERVER_STARTING_UP, REMOTE_HOST_GONE, CATALOG_NOT_AVAILABLE
      case UNKNOWN_TRANSACTION,
          125,
          FIRST_INTERNAL + 1,
          FIRST_INTERNAL + 3,
          FIRST_INTERNAL + 4,
          FIRST_INTERNAL + 5,
          FIRST_INTERNAL + 9,
          FIRST_INTERNAL + 12,
          FIRST_INTERNAL + 22,
          FIRST_INTERNAL + 29 ->
          ErrorCode.SOURCE_UNAVAILABLE;
      default -> byKind(failure.code());
    };
  }

  /** A code that has no line of its own. */
  private static ErrorCode byKind(int code) {
    if (code >= FIRST_EXTERNAL) {
      return ErrorCode.ENGINE_FAILED;
    }
    if (code >= FIRST_RESOURCE) {
      return ErrorCode.OVERLOADED;
    }
    if (code >= FIRST_INTERNAL) {
      return ErrorCode.ENGINE_FAILED;
    }
    return isOfTheStatement(code) ? ErrorCode.SYNTAX_ERROR : ErrorCode.DATA_ERROR;
  }

  /** What the analysis of the text finds, from DUPLICATE_NAMED_QUERY on, rather than the data. */
  private static boolean isOfTheStatement(int code) {
    boolean data = code >= 114 && code <= 118;
    boolean literal = code == 59;
    return (code >= 53 && !data && !literal) || code == 15 || code == 36;
  }
}
