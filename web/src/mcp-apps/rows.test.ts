import { describe, expect, it, vi } from "vitest";
import type { Column, Row } from "@/api/types";
import { pairColumns } from "@/write/changes";
import { readApproval } from "./approval";
import { readChart, readRows } from "./result";
import { columnWidths, windowOf } from "./row-window";
import { RowsView } from "./rows-view";

const COLUMNS: Column[] = [
  { name: "n", type: "integer" },
  { name: "words", type: "text" },
];

function rowsOf(count: number, from = 0): Row[] {
  return Array.from({ length: count }, (_, index) => [
    from + index,
    `<i>${String(from + index)}</i>`,
  ]);
}

function button(view: RowsView, label: string): HTMLButtonElement {
  const found = [...view.element.querySelectorAll("button")].find(
    (each) => each.textContent === label,
  );
  expect(found, label).toBeDefined();
  return found as HTMLButtonElement;
}

describe("windowOf", () => {
  it("holds the rows in sight and some beyond", () => {
    expect(windowOf(0, 300, 1000, 30)).toEqual({ first: 0, last: 18 });
    expect(windowOf(3000, 300, 1000, 30)).toEqual({ first: 92, last: 118 });
    expect(windowOf(29_700, 300, 1000, 30)).toEqual({ first: 982, last: 1000 });
    expect(windowOf(0, 0, 3, 30)).toEqual({ first: 0, last: 3 });
  });
});

describe("columnWidths", () => {
  it("follows the longest value within bounds", () => {
    expect(columnWidths(COLUMNS, [[1, "x".repeat(90)]], [0, 0])).toEqual([12, 47]);
  });
});

describe("RowsView", () => {
  it("has few rows on the page, as text", () => {
    const view = new RowsView("Rows");
    view.show({ columns: COLUMNS, rows: rowsOf(5000), truncated: false, cursor: undefined });
    expect(view.element.querySelectorAll("tbody tr").length).toBeLessThan(60);
    expect(view.element.querySelector("i")).toBeNull();
    expect(view.element.querySelector("td + td")?.textContent).toBe("<i>0</i>");
    expect(view.element.querySelector(".note")?.textContent).toBe("5,000 rows");
  });

  it("goes on after the cursor, and reads anew once that is over", async () => {
    const view = new RowsView("Rows");
    const next = vi
      .fn()
      .mockResolvedValueOnce({ columns: COLUMNS, rows: rowsOf(2, 2), truncated: true, cursor: "d" })
      .mockRejectedValueOnce(new Error("the cursor is over"));
    const anew = vi.fn().mockResolvedValue({ columns: COLUMNS, rows: rowsOf(3), truncated: false });
    view.show({ columns: COLUMNS, rows: rowsOf(2), truncated: true, cursor: "c" }, { next, anew });
    const note = () => view.element.querySelector(".note")?.textContent;
    expect(note()).toBe("First 2 rows; there are more");
    button(view, "More rows").click();
    await vi.waitFor(() => {
      expect(note()).toBe("First 4 rows; there are more");
    });
    expect(next).toHaveBeenCalledWith("c");
    button(view, "More rows").click();
    await vi.waitFor(() => {
      expect(note()).toBe("No more rows came: the cursor is over");
    });
    button(view, "Read more rows").click();
    await vi.waitFor(() => {
      expect(note()).toBe("3 rows");
    });
  });

  it("says that only the rows that came are sorted", () => {
    const view = new RowsView("Rows");
    view.show({ columns: COLUMNS, rows: rowsOf(20), truncated: true, cursor: undefined });
    view.element.querySelector<HTMLButtonElement>("th button")?.click();
    view.element.querySelector<HTMLButtonElement>("th button")?.click();
    expect(view.element.querySelector("th")?.getAttribute("aria-sort")).toBe("descending");
    expect(view.element.querySelector("td")?.textContent).toBe("19");
    expect(view.element.querySelector(".note")?.textContent).toContain(
      "sorted among these 20 only",
    );
  });
});

describe("readRows", () => {
  it("takes no result for one without rows", () => {
    expect(readRows({ columns: "n" })).toBeUndefined();
    expect(readRows({ columns: [{ name: "n", type: "text" }, 3], rows: [[1], "x"] })).toEqual({
      columns: [{ name: "n", type: "text" }],
      rows: [[1]],
      truncated: false,
      cursor: undefined,
    });
    expect(readChart({ chart: { kind: "bar" } })).toBeUndefined();
  });
});

describe("readApproval", () => {
  const proposal = {
    approval: "apr_1",
    state: "pending",
    preview: { table: "orders", rows_touched: 2 },
  };

  it("finds the proposal, alone or in what run_write gave", () => {
    expect(readApproval(proposal)).toMatchObject({ id: "apr_1", table: "orders", rowsTouched: 2 });
    expect(readApproval({ state: "waiting", approval: proposal })?.id).toBe("apr_1");
    expect(readApproval({ state: "done", rows_touched: 1 })).toBeUndefined();
  });

  it("pairs a column with what it becomes, but not one that is only called new", () => {
    const columns = ["id", "status", "new status", "new idea"].map((name): Column => ({
      name,
      type: "text",
    }));
    expect(pairColumns(columns).map(({ column, after }) => [column.name, after])).toEqual([
      ["id", undefined],
      ["status", 2],
      ["new idea", undefined],
    ]);
  });
});
