import { describe, expect, it } from "vitest";
import type { ErrorBody } from "./types";
import { ApiError, nextStep, toApiError, UnreachableError } from "./errors";

describe("toApiError", () => {
  it("reads the error object", () => {
    const payload = { error: { code: "SQL_DENIED", type: "DENIED", message: "No." } };
    expect(toApiError(payload, 403)).toMatchObject({ message: "No.", type: "DENIED" });
  });

  it("explains a response that is no error object", () => {
    expect(toApiError("<html>", 502)).toMatchObject({
      type: "INTERNAL",
      message: "The server answered with status 502 and no explanation.",
    });
  });
});

describe("nextStep", () => {
  it("names something to do where the message does not", () => {
    expect(nextStep(new ApiError({ code: "INTERNAL", type: "USER", message: "m" }))).toBe("");
    for (const type of ["DENIED", "RESOURCES", "EXTERNAL", "INTERNAL"] as const) {
      expect(nextStep(new ApiError({ code: "INTERNAL", type, message: "m" }))).toMatch(/\.$/);
    }
    expect(nextStep(new UnreachableError())).toContain("still running");
    expect(nextStep(new TypeError("x"))).toContain("Reload");
  });

  it("gives the id of an internal failure", () => {
    const error = new ApiError({ code: "INTERNAL", type: "INTERNAL", message: "m", id: "f-1" });
    expect(nextStep(error)).toContain("f-1");
  });

  it("tells one denial from another", () => {
    const denied = (code: ErrorBody["code"]) =>
      nextStep(new ApiError({ code, type: "DENIED", message: "m" }));
    expect(denied("NOT_READ_ONLY")).toBe("");
    expect(denied("TABLE_DENIED")).toContain("access");
  });
});
