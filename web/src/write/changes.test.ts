import { describe, expect, it } from "vitest";
import type { Column } from "@/api/types";
import { effectOf, pairColumns } from "./changes";

const text = (name: string): Column => ({ name, type: "text" });

describe("pairColumns", () => {
  it("takes a column for new only where the old one stands beside it", () => {
    const columns = [text("id"), text("new street"), text("status"), text("new status")];
    expect(pairColumns(columns).map(({ before, after }) => [before, after])).toEqual([
      [0, undefined],
      [1, undefined],
      [2, 3],
    ]);
  });
});

describe("effectOf", () => {
  it.each([
    ["DELETE FROM orders", "delete"],
    ["  -- all of them\n/* delete */ insert into t values (1)", "insert"],
    ["Update t set a = 1", "update"],
    ["MERGE INTO t", "other"],
    ["", "other"],
  ])("%s", (sql, effect) => {
    expect(effectOf(sql)).toBe(effect);
  });
});
