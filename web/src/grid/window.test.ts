import { describe, expect, it } from "vitest";
import { scrolledTo, scrollHeight, sightOf } from "./window";

const ROW = 32;
const VIEW = 320;

describe("the window of rows", () => {
  it("holds what is in sight, in part too", () => {
    expect(sightOf(0, VIEW, 1_000, ROW)).toEqual({ first: 0, last: 10, hidden: 0 });
    expect(sightOf(40, VIEW, 1_000, ROW)).toEqual({ first: 1, last: 12, hidden: 8 });
  });

  it("ends with the last row", () => {
    expect(sightOf(1_000 * ROW - VIEW, VIEW, 1_000, ROW)).toMatchObject({
      first: 990,
      last: 1_000,
    });
    expect(sightOf(0, VIEW, 3, ROW)).toMatchObject({ first: 0, last: 3 });
    expect(sightOf(0, VIEW, 0, ROW)).toMatchObject({ first: 0, last: 0 });
  });

  it("reaches every one of more rows than a browser has pixels for", () => {
    const count = 5_000_000;
    const height = scrollHeight(count, ROW);
    expect(height).toBeLessThan(16_000_000);
    expect(sightOf(0, VIEW, count, ROW)).toMatchObject({ first: 0, last: 10 });
    expect(sightOf(height - VIEW, VIEW, count, ROW).last).toBe(count);
  });

  it.each([100, 1_000_000])("brings each row into sight, of %i", (count) => {
    for (const row of [0, 1, 57, Math.floor(count / 2), count - 2, count - 1]) {
      const scrolled = scrolledTo(row, 999, VIEW, count, ROW);
      const { first, last } = sightOf(scrolled, VIEW, count, ROW);
      expect(row).toBeGreaterThanOrEqual(first);
      expect(row).toBeLessThan(last);
    }
  });

  it("stays where the row is in sight", () => {
    expect(scrolledTo(3, 40, VIEW, 100, ROW)).toBe(40);
  });
});
