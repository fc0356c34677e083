import { describe, expect, it } from "vitest";
import type { Column, Row } from "@/api/types";
import { rowsOf } from "@/grid/rows";
import { differenceOf, guessKey, sharedColumns } from "./diff-rows";

const columns = (...names: string[]): Column[] =>
  names.map((name) => ({ name, type: name === "total" ? "float" : "text" }));
const rows = (names: string[], ...values: Row[]) => rowsOf(columns(...names), values);
const NAMES = ["region", "id", "total"];
const BEFORE = rows(
  NAMES,
  ["west", "a", 1],
  ["west", "b", 2],
  ["east", "c", 3],
  ["east", "d", null],
);
const AFTER = rows(
  ["id", "total", "region", "new"],
  ["c", 3, "east", 1],
  ["b", 5, "west", 1],
  ["d", 0, "east", 1],
  ["e", 4, "west", 1],
);
const signal = new AbortController().signal;

describe("the difference of two results", () => {
  it("is over the columns that both have, whatever their order", () => {
    expect(sharedColumns(BEFORE, AFTER).map((each) => each.column.name)).toEqual(NAMES);
  });

  it("guesses the key from names and values", () => {
    expect(guessKey(BEFORE, AFTER, sharedColumns(BEFORE, AFTER))).toEqual(["id"]);
    const pairs = rows(["a", "b"], ["x", "1"], ["x", "2"], ["y", "1"]);
    expect(guessKey(pairs, pairs, sharedColumns(pairs, pairs))).toEqual(["a", "b"]);
  });

  it("tells added, removed and changed rows, with the cells that changed", async () => {
    const found = await differenceOf(BEFORE, AFTER, ["id"], signal);
    expect([found.added, found.removed, found.changed, found.same]).toEqual([1, 1, 2, 1]);
    const [first] = found.rows;
    expect(first?.kind).toBe("changed");
    expect(first?.cells.map(({ changed }) => changed)).toEqual([false, false, true]);
    expect(found.rows.map(({ kind }) => kind)).toEqual(["changed", "changed", "added", "removed"]);
    expect(found.doubled).toBe(0);
  });

  it("compares rows of the same key in order, and says how many there are", async () => {
    const twice = rows(["id"], ["a"], ["a"], ["b"]);
    const once = rows(["id"], ["a"], ["b"]);
    const found = await differenceOf(twice, once, ["id"], signal);
    expect([found.removed, found.same, found.doubled]).toEqual([1, 2, 1]);
  });

  it("keeps the first differences only, but counts all", async () => {
    const many = rows(["id"], ...Array.from({ length: 1200 }, (_, at): Row => [String(at)]));
    const found = await differenceOf(rows(["id"]), many, ["id"], signal);
    expect([found.added, found.rows.length, found.more]).toEqual([1200, 500, true]);
  });
});
