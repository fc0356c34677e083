import { describe, expect, it } from "vitest";
import * as tabs from "./tabs";

const tab = (id: string, sql = `SELECT '${id}'`): tabs.Tab => ({
  id,
  title: id,
  source: "shop",
  sql,
  values: {},
  types: {},
});
const three = ["a", "b", "c"].reduce((state, id) => tabs.opened(state, tab(id)), tabs.NO_TABS);
const names = (state: tabs.Tabs) => state.open.map(({ id }) => id).join("");

describe("tabs", () => {
  it("stand in the order in which they were opened, the last in front", () => {
    expect(names(three)).toBe("abc");
    expect(tabs.currentTab(three)?.id).toBe("c");
  });

  it("give their place to the next when closed, and come back where they were", () => {
    const without = tabs.closed(tabs.chosen(three, "b"), "b");
    expect([names(without), without.current]).toEqual(["ac", "c"]);
    const back = tabs.reopened(without);
    expect([names(back), back.current, back.closed]).toEqual(["abc", "b", []]);
  });

  it("leave the one in front there when another is closed", () => {
    expect(tabs.closed(three, "a").current).toBe("c");
    expect(tabs.closed(tabs.closed(tabs.closed(three, "a"), "b"), "c").current).toBe("");
  });

  it("move, but not beyond the ends", () => {
    expect(names(tabs.moved(three, "a", 1))).toBe("bac");
    expect(names(tabs.moved(three, "a", -1))).toBe("abc");
    expect(names(tabs.moved(three, "a", 9))).toBe("bca");
  });

  it("get names of their own", () => {
    expect(tabs.freeTitle(three, "Query")).toBe("Query");
    expect(tabs.freeTitle(three, "a")).toBe("a 2");
  });

  it("are read as they were written", () => {
    const state = tabs.closed(three, "b");
    expect(tabs.read(tabs.written(state))).toEqual(state);
  });

  it("are none where nothing that makes sense was kept", () => {
    expect(tabs.read(null)).toEqual(tabs.NO_TABS);
    expect(tabs.read("{not json")).toEqual(tabs.NO_TABS);
    expect(names(tabs.read(JSON.stringify({ open: [{ id: 1 }, tab("x")], current: "y" })))).toBe(
      "x",
    );
  });

  it("leave out what was closed rather than grow without end", () => {
    const large = tabs.closed(tabs.opened(three, tab("large", "x".repeat(300_000))), "large");
    expect(tabs.read(tabs.written(large)).closed).toEqual([]);
  });
});
