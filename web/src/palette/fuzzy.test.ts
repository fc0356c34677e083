import { describe, expect, it } from "vitest";
import { fit } from "./fuzzy";

function order(typed: string, ...names: string[]): string[] {
  return names
    .flatMap((name) => {
      const score = fit(typed, name);
      return score === undefined ? [] : [{ name, score }];
    })
    .sort((left, right) => right.score - left.score)
    .map(({ name }) => name);
}

describe("fit", () => {
  it("takes letters in their order only", () => {
    expect(order("oit", "order_items", "orders", "tio")).toEqual(["order_items"]);
    expect(fit("zebra", "orders")).toBeUndefined();
  });

  it("likes beginnings of words and letters in a row", () => {
    expect(order("nq", "unique", "New question")[0]).toBe("New question");
    expect(order("ord", "old records", "orders")[0]).toBe("orders");
    expect(order("item", "orders in time", "order_items")[0]).toBe("order_items");
  });

  it("takes spaces and letter case for nothing, and no letters for everything", () => {
    expect(fit("NEW Q", "New question")).toBe(fit("newq", "New question"));
    expect(fit("", "anything")).toBe(0);
  });
});
