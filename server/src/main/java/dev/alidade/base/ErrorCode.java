package dev.alidade.base;

import static dev.alidade.base.ErrorType.DENIED;
import static dev.alidade.base.ErrorType.EXTERNAL;
import static dev.alidade.base.ErrorType.RESOURCES;
import static dev.alidade.base.ErrorType.USER;

/** Every way in which a request can fail, named for programs; the message is for people. */
public enum ErrorCode {
  MALFORMED_REQUEST(USER),
  INVALID_INPUT(USER),
  REQUEST_TOO_LARGE(USER),
  CONFIGURATION_INVALID(USER),
  NOT_SUPPORTED(USER),
  OPERATION_NOT_FOUND(USER),
  SOURCE_NOT_FOUND(USER),
  TABLE_NOT_FOUND(USER),
  COLUMN_NOT_FOUND(USER),
  FUNCTION_NOT_FOUND(USER),
  CONVERSATION_NOT_FOUND(USER),
  RESOURCE_NOT_FOUND(USER),
  TRANSACTION_NOT_FOUND(USER),
  JOB_NOT_FOUND(USER),
  CURSOR_INVALID(USER),
  PARAMETER_INVALID(USER),
  SYNTAX_ERROR(USER),
  TYPE_MISMATCH(USER),
  AMBIGUOUS_NAME(USER),
  DATA_ERROR(USER),
  FILE_NOT_FOUND(USER),
  FILE_UNREADABLE(USER),
  PORT_IN_USE(USER),
  SQL_DENIED(DENIED),
  NOT_READ_ONLY(DENIED),
  FUNCTION_DENIED(DENIED),
  TABLE_DENIED(DENIED),
  PERMISSION_DENIED(DENIED),
  ORIGIN_DENIED(DENIED),
  SQL_TOO_COMPLEX(DENIED),
  AUDIT_BROKEN(DENIED),
  QUERY_TIMEOUT(RESOURCES),
  QUERY_CANCELLED(RESOURCES),
  RESULT_TOO_LARGE(RESOURCES),
  OUT_OF_MEMORY(RESOURCES),
  OVERLOADED(RESOURCES),
  JOB_RUNNING(RESOURCES),
  AUDIT_UNAVAILABLE(RESOURCES),
  TRANSACTION_FAILED(EXTERNAL),
  SOURCE_UNAVAILABLE(EXTERNAL),
  SOURCE_REFUSED(EXTERNAL),
  ENGINE_FAILED(EXTERNAL),
  INTERNAL(ErrorType.INTERNAL);

  private final ErrorType type;

  ErrorCode(ErrorType type) {
    this.type = type;
  }

  /** Who has to act. */
  public ErrorType type() {
    return type;
  }

  /** Whether the request names something that does not exist. */
  public boolean isMissing() {
    return name().endsWith("_NOT_FOUND");
  }
}
