import { describe, expect, it } from "vitest";
import { moved } from "./keys";

const key = (name: string, ctrlKey = false) => ({ key: name, ctrlKey, metaKey: false });
const move = (name: string, ctrl = false) =>
  moved({ row: 5, column: 1 }, key(name, ctrl), 100, 3, 10);

describe("the keys of the grid", () => {
  it("move by a cell, a page, to the ends of a row and of all rows", () => {
    expect(move("ArrowDown")).toEqual({ row: 6, column: 1 });
    expect(move("ArrowLeft")).toEqual({ row: 5, column: 0 });
    expect(move("PageDown")).toEqual({ row: 15, column: 1 });
    expect(move("End")).toEqual({ row: 5, column: 2 });
    expect(move("End", true)).toEqual({ row: 99, column: 2 });
    expect(move("Home", true)).toEqual({ row: 0, column: 0 });
  });

  it("stop at the edges", () => {
    expect(move("PageUp")).toEqual({ row: 0, column: 1 });
    expect(moved({ row: 99, column: 2 }, key("ArrowDown"), 100, 3, 10)).toEqual({
      row: 99,
      column: 2,
    });
  });

  it("begin at the first cell, and leave other keys alone", () => {
    expect(moved(undefined, key("ArrowDown"), 100, 3, 10)).toEqual({ row: 0, column: 0 });
    expect(move("Tab")).toBeUndefined();
    expect(move("toString")).toBeUndefined();
  });
});
