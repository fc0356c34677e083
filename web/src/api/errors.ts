import { texts } from "./texts";
import type { ErrorBody, Location } from "./types";

/** The server answered, with an error that it explained. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly code: ErrorBody["code"];
  readonly type: ErrorBody["type"];
  readonly location: Location | undefined;
  readonly id: string | undefined;
  /** Seconds after which the same request may succeed. */
  readonly retryAfter: number | undefined;

  constructor(body: ErrorBody) {
    super(body.message);
    this.code = body.code;
    this.type = body.type;
    this.location = body.location ?? undefined;
    this.id = body.id ?? undefined;
    this.retryAfter = body.retry_after ?? undefined;
  }
}

/** No answer came: the server is down, restarting, or the network is. */
export class UnreachableError extends Error {
  override readonly name = "UnreachableError";
  constructor() {
    super(texts.noAnswer);
  }
}

/** Nobody, or nobody any more, is signed in. */
export function isUnauthenticated(error: unknown): boolean {
  return error instanceof ApiError && error.code === "UNAUTHENTICATED";
}

export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === "AbortError";
}

function isErrorBody(value: unknown): value is ErrorBody {
  return (
    typeof value === "object" &&
    value !== null &&
    "message" in value &&
    typeof value.message === "string" &&
    "code" in value
  );
}

/** Reads the error object from what the server sent, whatever shape it has. */
export function toApiError(payload: unknown, status: number): ApiError {
  const inner =
    typeof payload === "object" && payload !== null && "error" in payload ? payload.error : payload;
  if (isErrorBody(inner)) {
    return new ApiError(inner);
  }
  return new ApiError({
    code: "INTERNAL",
    type: status >= 500 ? "INTERNAL" : "USER",
    message: texts.unexplained(status),
  });
}

function deniedStep(code: ErrorBody["code"]): string {
  switch (code) {
    case "NOT_READ_ONLY":
    case "SQL_DENIED":
    case "FUNCTION_DENIED":
    case "SQL_TOO_COMPLEX":
    case "UNAUTHENTICATED":
      // What is wrong with a statement is said with how to write it instead.
      return "";
    default:
      return texts.steps.access;
  }
}

/** What a person can do next about an error, where its message does not say so itself. */
export function nextStep(error: unknown): string {
  if (error instanceof UnreachableError) {
    return texts.steps.running;
  }
  if (!(error instanceof ApiError)) {
    return texts.steps.reload;
  }
  switch (error.type) {
    case "USER":
      // The message of a wrong request says itself what to write instead.
      return "";
    case "DENIED":
      return deniedStep(error.code);
    case "RESOURCES":
      if (error.code === "TOO_MANY_ATTEMPTS") {
        return "";
      }
      return texts.steps.wait;
    case "EXTERNAL":
      return texts.steps.source;
    case "INTERNAL":
      return error.id ? texts.steps.report(error.id) : texts.steps.log;
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : texts.unexpected;
}
