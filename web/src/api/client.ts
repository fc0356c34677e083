import { isAbort, isUnauthenticated, toApiError, UnreachableError } from "./errors";
import { readEvents } from "./sse";
import type { Input, OperationName, Output, Progress } from "./types";

/** Hears `signedout` when the server asks who is there. */
export const signedOut = new EventTarget();

async function post(
  operation: OperationName,
  input: unknown,
  accept: string,
  signal?: AbortSignal,
): Promise<Response> {
  const address = new URL(`api/v1/${operation}`, document.baseURI);
  try {
    const response = await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: accept },
      body: JSON.stringify(input),
      signal: signal ?? null,
    });
    if (!response.ok) {
      const failure = toApiError(await response.json().catch(() => null), response.status);
      if (operation !== "sign_in" && isUnauthenticated(failure)) {
        signedOut.dispatchEvent(new Event("signedout"));
      }
      throw failure;
    }
    return response;
  } catch (error) {
    throw error instanceof TypeError ? new UnreachableError() : error;
  }
}

/** Calls an operation and waits for its whole result. */
export async function call<N extends OperationName>(
  operation: N,
  input: Input<N>,
  signal?: AbortSignal,
): Promise<Output<N>> {
  const response = await post(operation, input, "application/json", signal);
  return (await response.json()) as Output<N>;
}

/** The result of an operation as a stream of Arrow, of any length. */
export async function callForArrow(
  operation: "query",
  input: Input<"query">,
  signal?: AbortSignal,
): Promise<ReadableStream<Uint8Array>> {
  const response = await post(operation, input, "application/vnd.apache.arrow.stream", signal);
  if (!response.body) {
    throw new UnreachableError();
  }
  return response.body;
}

/** Calls an operation and hears of its progress; aborting the signal cancels it on the server. */
export async function callWithProgress<N extends OperationName>(
  operation: N,
  input: Input<N>,
  onProgress: (progress: Progress) => void,
  signal?: AbortSignal,
): Promise<Output<N>> {
  const response = await post(operation, input, "text/event-stream", signal);
  if (!response.body) {
    throw new UnreachableError();
  }
  try {
    for await (const { event, data } of readEvents(response.body)) {
      const payload: unknown = JSON.parse(data);
      if (event === "progress") {
        onProgress(payload as Progress);
      } else if (event === "result") {
        return payload as Output<N>;
      } else if (event === "error") {
        throw toApiError(payload, response.status);
      }
    }
  } catch (error) {
    if (isAbort(error) || !(error instanceof TypeError)) {
      throw error;
    }
  }
  throw new UnreachableError();
}
