import { describe, expect, it } from "vitest";
import { askAddress, askedBy } from "./asking";

describe("addresses that ask", () => {
  it("carry any question, to be asked or completed", () => {
    const question = "How many “orders” & returns = 5 %?";
    expect(askedBy(askAddress(question, "shop"))).toEqual({
      question,
      source: "shop",
      draft: false,
    });
    expect(askedBy(askAddress(question, "shop", true))?.draft).toBe(true);
  });

  it("are told from all others", () => {
    expect(askedBy("#/")).toBeUndefined();
    expect(askedBy("#/?source=shop")).toBeUndefined();
    expect(askedBy("#/c/abc?ask=x")).toBeUndefined();
  });
});
