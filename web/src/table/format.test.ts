import { describe, expect, it } from "vitest";
import type { Column, ColumnType } from "@/api/types";
import { toCsv } from "./csv";
import { decimalsIn, formatCell } from "./format";

function column(name: string, type: ColumnType): Column {
  return { name, type };
}

const integer = column("orders", "integer");
const decimal = column("revenue", "decimal");
const text = column("city", "text");

describe("formatCell", () => {
  it("groups the digits of amounts, not of identifiers", () => {
    expect(formatCell(1234567, integer)).toBe("1,234,567");
    expect(formatCell(1234567, column("order_id", "integer"))).toBe("1234567");
    expect(formatCell(2025, column("year", "integer"))).toBe("2025");
  });

  it("groups numbers that travel as text, digit for digit", () => {
    expect(formatCell("-9007199254740993", integer)).toBe("-9,007,199,254,740,993");
    expect(formatCell("1234.50000000000000001", decimal)).toBe("1,234.50000000000000001");
    expect(formatCell("NaN", decimal)).toBe("NaN");
  });

  it("never shows something as nothing", () => {
    expect(formatCell(0.0000001, decimal, 2)).toBe("1e-7");
  });

  it("reads instants as people write them", () => {
    expect(formatCell("2024-05-01T10:00:00", column("at", "timestamp"))).toBe(
      "2024-05-01 10:00:00",
    );
    expect(formatCell("2024-05-01T10:00:00Z", column("at", "timestamp_tz"))).toBe(
      "2024-05-01 10:00:00 UTC",
    );
    expect(formatCell("T-shirt", text)).toBe("T-shirt");
  });

  it("shows nested values as JSON", () => {
    expect(formatCell(["a", 1], column("tags", "list"))).toBe('["a",1]');
  });
});

describe("decimalsIn", () => {
  it("is the same for a whole column", () => {
    expect(decimalsIn([1.5, 2, 3.25])).toBe(2);
    expect(decimalsIn([10000.123456, 2])).toBe(2);
    expect(decimalsIn([1, 2, null, "x"])).toBe(0);
  });
});

describe("toCsv", () => {
  it("quotes what needs it and tells null from an empty text", () => {
    const csv = toCsv(
      [text, decimal],
      [
        ['a "b", c', 1.5],
        ["", null],
        ["x\ny", "12.30"],
      ],
    );
    expect(csv).toBe('city,revenue\r\n"a ""b"", c",1.5\r\n"",\r\n"x\ny",12.30\r\n');
  });
});
