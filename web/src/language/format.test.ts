import { describe, expect, it } from "vitest";
import { bytes, compact, count, decimal, exact, moment, percent, recent, some } from "./format";
import { common } from "./texts";

describe("numbers", () => {
  it("tells thousands apart and finds the form of the word", () => {
    expect(count(1_234_567)).toBe("1,234,567");
    expect(some(1, { one: "row", other: "rows" })).toBe("1 row");
    expect(some(1_200, { one: "row", other: "rows" })).toBe("1,200 rows");
    expect(some(1, { other: "sheep" })).toBe("1 sheep");
  });

  it("keeps every digit of a number that is too long for a double", () => {
    expect(decimal("123456789012345678901.50", 2)).toBe("123,456,789,012,345,678,901.50");
    expect(decimal(2, 3)).toBe("2.000");
  });

  it("says large and small ones as people do", () => {
    expect(compact(1_234)).toBe("1.2K");
    expect(percent(0.126)).toBe("13%");
    expect([bytes(0), bytes(999), bytes(4_200), bytes(12_345_678), bytes(3e9)]).toEqual([
      "0 bytes",
      "999 bytes",
      "4.2 kB",
      "12.3 MB",
      "3 GB",
    ]);
  });
});

describe("how long it took", () => {
  it("says since when rows were kept that may be old", () => {
    expect(common.timing({ elapsed_ms: 12 })).toBe("12 ms");
    expect(common.timing({ elapsed_ms: 1, as_of: "2026-01-02T12:00:00Z" })).toMatch(
      /^1 ms · kept rows, as of Jan 2, 2026/,
    );
  });
});

describe("moments", () => {
  it("leaves what is no date as it is", () => {
    expect(moment("soon")).toBe("soon");
    expect(moment("2026-11-22T12:00:00Z")).toContain("2026");
  });

  it("says the time of today, and the day of any other", () => {
    const now = new Date(2026, 10, 22, 15, 0);
    expect(recent(new Date(2026, 10, 22, 14, 5).toISOString(), now)).toMatch(/^2:05\sPM$/);
    expect(recent(new Date(2026, 10, 21, 14, 5).toISOString(), now)).toBe("Nov 21, 2026");
    expect(exact(new Date(2026, 10, 22, 14, 5, 9).toISOString(), now)).toMatch(/^2:05:09\sPM$/);
    expect(exact(new Date(2026, 10, 21, 14, 5).toISOString(), now)).toContain("Nov 21, 2026");
  });
});
