import { describe, expect, it } from "vitest";
import { layOut } from "./layout";
import type { Relation } from "./relations";

const relation = (from: string, to: string): Relation => ({
  from,
  to,
  columns: [`${to}_id`],
  toColumns: ["id"],
  inferred: false,
});
const size = () => ({ width: 120, height: 60 });

describe("the layout of a diagram", () => {
  it("puts tables left of those that they refer to", () => {
    const { boxes } = layOut(
      ["customers", "orders", "lines"],
      [relation("orders", "customers"), relation("lines", "orders")],
      size,
    );
    const x = (name: string) => boxes.find((box) => box.name === name)?.x ?? -1;
    expect(x("lines")).toBeLessThan(x("orders"));
    expect(x("orders")).toBeLessThan(x("customers"));
  });

  it("lays no two tables over each other, whatever goes in circles", () => {
    const names = Array.from({ length: 60 }, (_, index) => `t${String(index)}`);
    const relations = names.flatMap((name, index) => [
      relation(name, names[(index * 7 + 3) % names.length] ?? name),
      relation(name, names[(index + 1) % names.length] ?? name),
    ]);
    const { boxes, lines, width, height } = layOut(names, relations, size);
    expect(boxes).toHaveLength(60);
    expect(lines).toHaveLength(relations.length);
    for (const [index, one] of boxes.entries()) {
      for (const other of boxes.slice(index + 1)) {
        const apart =
          one.x + one.width <= other.x ||
          other.x + other.width <= one.x ||
          one.y + one.height <= other.y ||
          other.y + other.height <= one.y;
        expect(apart, `${one.name} and ${other.name}`).toBe(true);
      }
      expect(one.x + one.width).toBeLessThanOrEqual(width);
      expect(one.y + one.height).toBeLessThanOrEqual(height);
    }
  });

  it("leads lines around the tables that they pass", () => {
    const { boxes, lines } = layOut(
      ["items", "orders", "products"],
      [relation("items", "orders"), relation("orders", "products"), relation("items", "products")],
      size,
    );
    const orders = boxes.find((box) => box.name === "orders");
    const long = lines.find(({ relation: { from, to } }) => from === "items" && to === "products");
    const bend = /, ([\d.]+) ([\d.]+) L/.exec(long?.path ?? "");
    const y = Number(bend?.[2]);
    expect(boxes).toHaveLength(3);
    expect(y < (orders?.y ?? 0) || y > (orders?.y ?? 0) + (orders?.height ?? 0)).toBe(true);
  });

  it("draws a table that refers to itself", () => {
    const { lines } = layOut(["staff"], [relation("staff", "staff")], size);
    expect(lines[0]?.path).toMatch(/^M 144 46 C/);
  });

  it("untangles lines that need not cross", () => {
    const { boxes } = layOut(
      ["a", "b", "c", "x", "y", "z"],
      [relation("a", "z"), relation("b", "y"), relation("c", "x")],
      size,
    );
    const y = (name: string) => boxes.find((box) => box.name === name)?.y ?? -1;
    expect([y("a") - y("z"), y("b") - y("y"), y("c") - y("x")]).toEqual([0, 0, 0]);
  });
});
