import {
  Bool,
  DateDay,
  Decimal,
  Float64,
  Int64,
  RecordBatchStreamWriter,
  Table,
  TimestampMicrosecond,
  Utf8,
  makeData,
  makeVector,
  tableToIPC,
  vectorFromArray,
  type Vector,
} from "apache-arrow";
import { describe, expect, it } from "vitest";
import { readArrow } from "./arrow-rows";
import { rowAt } from "./rows";

function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      // In pieces, as a network brings them.
      for (let from = 0; from < bytes.length; from += 100) {
        controller.enqueue(bytes.slice(from, from + 100));
      }
      controller.close();
    },
  });
}

async function read(columns: Record<string, Vector>) {
  const table = new Table(columns);
  const described = Object.keys(columns).map((name) => ({ name, type: "text" as const }));
  const heard: number[] = [];
  const rows = await readArrow(streamOf(tableToIPC(table, "stream")), described, (count) => {
    heard.push(count);
  });
  return { rows, heard };
}

describe("rows from Arrow", () => {
  it("are as JSON carries them", async () => {
    const { rows, heard } = await read({
      whole: vectorFromArray([7n, 9007199254740993n, null], new Int64()),
      real: vectorFromArray([0.5, Number.NaN, null], new Float64()),
      truth: vectorFromArray([true, false, null], new Bool()),
      text: vectorFromArray(["ä", "", null], new Utf8()),
      day: vectorFromArray([new Date("2024-02-29"), new Date("1969-12-31"), null], new DateDay()),
    });
    expect(heard).toEqual([3]);
    expect(rowAt(rows, 0)).toEqual([7, 0.5, true, "ä", "2024-02-29"]);
    expect(rowAt(rows, 1)).toEqual(["9007199254740993", "NaN", false, "", "1969-12-31"]);
    expect(rowAt(rows, 2)).toEqual([null, null, null, null, null]);
  });

  it("keep decimals and microseconds exact", async () => {
    const { rows } = await read({
      price: makeVector(
        makeData({
          type: new Decimal(2, 38, 128),
          data: Uint32Array.of(1999, 0, 0, 0, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff),
        }),
      ),
      moment: makeVector(
        makeData({
          type: new TimestampMicrosecond(),
          data: BigInt64Array.of(1_700_000_000_123_400n, -1_000_001n),
        }),
      ),
    });
    expect(rowAt(rows, 0)).toEqual([19.99, "2023-11-14T22:13:20.1234"]);
    expect(rowAt(rows, 1)).toEqual([-0.01, "1969-12-31T23:59:58.999999"]);
  });

  it("are found in every batch", async () => {
    const schema = new Table({ n: vectorFromArray([0n], new Int64()) }).schema;
    const batches = [0, 1, 2].map(
      (batch) =>
        new Table({ n: vectorFromArray([BigInt(batch * 2), BigInt(batch * 2 + 1)], new Int64()) })
          .batches[0],
    );
    const bytes = RecordBatchStreamWriter.writeAll(
      new Table(
        schema,
        batches.filter((batch) => batch !== undefined),
      ),
    ).toUint8Array(true);
    const rows = await readArrow(
      streamOf(bytes),
      [{ name: "n", type: "integer" }],
      () => undefined,
    );
    expect([0, 1, 2, 3, 4, 5].map((row) => rows.cell(row, 0))).toEqual([0, 1, 2, 3, 4, 5]);
  });
});
