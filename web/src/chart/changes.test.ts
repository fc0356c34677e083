import { describe, expect, it } from "vitest";
import type { SentChart } from "@/api/types";
import { plotlyLocale } from "./locale";
import { canGo, columnsIn, rolesOf, withColumns } from "./roles";
import { looksOf, styled } from "./style";

const CHART: SentChart = {
  kind: "bar",
  title: "Orders",
  x: { column: "month", label: "month" },
  y: [{ column: "orders", label: "orders" }],
  series: { column: "region", label: "region" },
  reason: "",
};

describe("columns in roles", () => {
  it("are changed, added and left out", () => {
    expect(withColumns(CHART, "x", ["order_day"]).x).toEqual({
      column: "order_day",
      label: "order day",
    });
    expect(withColumns(CHART, "series", [])).not.toHaveProperty("series");
    expect(withColumns(CHART, "facet", ["region"]).facet?.column).toBe("region");
    expect(columnsIn(withColumns(CHART, "y", ["orders", "revenue"]), "y")).toHaveLength(2);
    expect(withColumns(CHART, "path", ["a", "b"]).path?.map(({ column }) => column)).toEqual([
      "a",
      "b",
    ]);
  });

  it("can go where the chart does not need them", () => {
    expect(canGo("x", 1)).toBe(false);
    expect(canGo("series", 1)).toBe(true);
    expect([canGo("y", 1), canGo("y", 2)]).toEqual([false, true]);
    expect(rolesOf("pie")).not.toContain("series");
  });
});

describe("the look", () => {
  it("offers what the chart has", () => {
    expect(looksOf(CHART)).toEqual(["arrangement", "sort", "scale", "theme"]);
    expect(looksOf(withColumns(CHART, "series", []))).not.toContain("arrangement");
    expect(looksOf({ ...CHART, kind: "surface" })).toEqual(["theme"]);
  });

  it("is changed one thing at a time, and back to as usual", () => {
    const dark = styled(styled(CHART, { theme: "dark" }), { scale: "log" });
    expect(dark.style).toEqual({ theme: "dark", scale: "log" });
    expect(styled(dark, { theme: undefined }).style).toEqual({ scale: "log" });
  });
});

describe("the reader's language", () => {
  it("tells Plotly how to write numbers and days", () => {
    expect(plotlyLocale("de-DE")).toMatchObject({
      name: "de-DE",
      format: { decimal: ",", thousands: ".", date: "%d.%m.%Y" },
    });
    const { format } = plotlyLocale("en-US") as { format: Record<string, string[]> };
    expect(format.months?.[2]).toBe("March");
    expect(format.shortDays?.[0]).toBe("Sun");
  });
});
