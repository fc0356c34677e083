import { describe, expect, it } from "vitest";
import { baseAt, withServer } from "../../tests/with-server";
import { call, callWithProgress } from "./client";
import { ApiError, isAbort, UnreachableError } from "./errors";

const server = withServer();

async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe("call", () => {
  it("gives the result of an operation", async () => {
    const { sources } = await call("list_sources", {});
    expect(sources.map((source) => source.name)).toEqual(["shop"]);
  });

  it("throws the server's error with its place", async () => {
    const sql = "SELECT *\nFROM stores WHERE regoin = 'West'";
    const error = await failureOf(call("query", { source: "shop", sql }));
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ code: "COLUMN_NOT_FOUND", location: { line: 2, column: 19 } });
  });

  it("says that nobody answers", async () => {
    const address = document.baseURI;
    baseAt("http://127.0.0.1:9/");
    const error = await failureOf(call("list_sources", {}));
    baseAt(address);
    expect(error).toBeInstanceOf(UnreachableError);
  });
});

describe("callWithProgress", () => {
  it("hears of every step in order, then gives the answer", async () => {
    const steps: string[] = [];
    const answer = await callWithProgress("ask", { question: "Orders per month" }, (progress) => {
      steps.push(progress.step);
    });
    expect(steps).toEqual(["understood", "planned", "running", "rows"]);
    expect(answer.rows).toHaveLength(24);
  });

  it("throws an error that comes in the middle of the stream", async () => {
    const question = "How many orders break?";
    const error = await failureOf(callWithProgress("ask", { question }, () => undefined));
    expect(error).toMatchObject({ code: "ENGINE_FAILED", type: "EXTERNAL" });
  });

  it("cancels on the server when aborted", async () => {
    const before = server.cancelled;
    const controller = new AbortController();
    const asking = callWithProgress(
      "ask",
      { question: "Orders per month" },
      () => {
        controller.abort();
      },
      controller.signal,
    );
    expect(isAbort(await failureOf(asking))).toBe(true);
    await expect.poll(() => server.cancelled, { timeout: 15_000 }).toBe(before + 1);
  });
});
