import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { Cell, Column } from "@/api/types";
import { DataTable } from "./DataTable";

const COLUMNS: Column[] = [
  { name: "city", type: "text" },
  { name: "revenue", type: "decimal" },
];

function firstColumn(): (string | null)[] {
  const [, ...rows] = screen.getAllByRole("row");
  return rows.map((row) => within(row).getAllByRole("cell")[0]?.textContent ?? null);
}

function show(rows: Cell[][], truncated = false) {
  render(<DataTable caption="Cities" columns={COLUMNS} rows={rows} truncated={truncated} />);
}

describe("DataTable", () => {
  it("sorts by a click on a header and says so", async () => {
    show([
      ["Boise", 2],
      ["Austin", 10],
    ]);
    await userEvent.click(screen.getByRole("button", { name: "revenue" }));
    await userEvent.click(screen.getByRole("button", { name: "revenue" }));
    expect(firstColumn()).toEqual(["Austin", "Boise"]);
    expect(screen.getByRole("columnheader", { name: "revenue" })).toHaveProperty(
      "ariaSort",
      "descending",
    );
  });

  it("shows ten rows a page", async () => {
    show(Array.from({ length: 12 }, (_, index) => [`city ${String(index)}`, index]));
    expect(firstColumn()).toHaveLength(10);
    await userEvent.click(screen.getByRole("button", { name: "Next page" }));
    expect(firstColumn()).toEqual(["city 10", "city 11"]);
  });

  it("shows null, empty text and markup as what they are", () => {
    show([
      [null, null],
      ["", 0],
      ["<b>bold</b>", 1],
    ]);
    expect(firstColumn()).toEqual(["null", "empty", "<b>bold</b>"]);
    expect(document.querySelector("td b")).toBeNull();
  });

  it("says when nothing matched, and when there is more", () => {
    show([]);
    expect(screen.getByText(/No rows match/)).toBeDefined();
    show([["Boise", 1]], true);
    expect(screen.getByText(/there are more/)).toBeDefined();
  });
});
