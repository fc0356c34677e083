import { expect, it } from "vitest";
import { isFarOff, mostOf, planText } from "./plan";

const scan = { name: "SCAN", detail: "orders", estimated_rows: 10, children: [] };

it("weighs steps by their time where they ran, and by expected rows where they did not", () => {
  expect(mostOf({ name: "SORT", estimated_rows: 3, children: [scan] })).toBe(10);
  const ran = { ...scan, rows: 400, milliseconds: 0.5 };
  expect(mostOf({ name: "SORT", rows: 400, milliseconds: 2.5, children: [ran] })).toBe(2.5);
});

it("remarks estimates that are off by a factor of ten", () => {
  expect(isFarOff(100, 10)).toBe(true);
  expect(isFarOff(10, 99)).toBe(false);
  expect(isFarOff(0, 5)).toBe(false);
  expect(isFarOff(0, 500)).toBe(true);
});

it("writes a plan as lines", () => {
  expect(planText({ name: "SORT", children: [{ ...scan, rows: 12, milliseconds: 1.5 }] })).toBe(
    "SORT\n  SCAN  rows≈10  rows=12  ms=1.5  orders",
  );
});
