import { DataType, RecordBatchReader, TimeUnit, type RecordBatch, type Vector } from "apache-arrow";
import type { Cell, Column } from "@/api/types";
import type { Rows } from "./rows";

type Reader = (vector: Vector, row: number) => Cell;

/** Rows in the columns that Arrow brought, each value read when it is looked at. */
class ArrowRows implements Rows {
  readonly columns: Column[];
  count = 0;
  private readonly starts: number[] = [];
  private readonly batches: { vectors: Vector[]; readers: Reader[] }[] = [];

  constructor(columns: Column[]) {
    this.columns = columns;
  }

  append(batch: RecordBatch): void {
    const vectors = this.columns
      .map((_, index) => batch.getChildAt(index))
      .filter((v) => v !== null);
    this.starts.push(this.count);
    this.batches.push({
      vectors,
      readers: vectors.map((vector) => readerOf(vector.type as DataType)),
    });
    this.count += batch.numRows;
  }

  cell(row: number, column: number): Cell {
    const at = this.batchOf(row);
    const batch = this.batches[at];
    const vector = batch?.vectors[column];
    const inBatch = row - (this.starts[at] ?? 0);
    return vector?.isValid(inBatch) ? (batch?.readers[column]?.(vector, inBatch) ?? null) : null;
  }

  private batchOf(row: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= row) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}

/** The rows of a stream of Arrow, as these columns describe them; hears how many have come. */
export async function readArrow(
  body: ReadableStream<Uint8Array>,
  columns: Column[],
  onRows: (count: number) => void,
): Promise<Rows> {
  const rows = new ArrowRows(columns);
  const reader = await RecordBatchReader.from(body);
  for await (const batch of reader) {
    rows.append(batch);
    onRows(rows.count);
  }
  return rows;
}

/** Values as JSON carries them, so that a row looks the same however it came. */
function readerOf(type: DataType): Reader {
  if (DataType.isInt(type)) {
    return (vector, row) => exact(vector.get(row) as bigint | number);
  }
  if (DataType.isFloat(type)) {
    return (vector, row) => {
      const value = vector.get(row) as number;
      return Number.isFinite(value) ? value : String(value);
    };
  }
  if (DataType.isDecimal(type)) {
    return (vector, row) => decimal(words(vector.get(row) as Uint32Array), type.scale);
  }
  if (DataType.isDate(type)) {
    return (vector, row) => new Date(Number(vector.get(row))).toISOString().replace(/T.*$/, "");
  }
  if (DataType.isTimestamp(type)) {
    const ending = type.timezone ? "Z" : "";
    return (vector, row) => instant(micros(vector, row, type.unit)) + ending;
  }
  if (DataType.isTime(type)) {
    return (vector, row) => timeOfDay(BigInt(vector.get(row) as bigint | number));
  }
  if (DataType.isBinary(type)) {
    return (vector, row) => base64(vector.get(row) as Uint8Array);
  }
  return (vector, row) => vector.get(row) as Cell;
}

function exact(value: bigint | number): Cell {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : String(value);
}

/** Two's complement of 128 bits, the lowest word first. */
function words(parts: Uint32Array): bigint {
  const unsigned = parts.reduceRight((sum, part) => (sum << 32n) | BigInt(part), 0n);
  return BigInt.asIntN(parts.length * 32, unsigned);
}

function decimal(unscaled: bigint, scale: number): Cell {
  const digits = (unscaled < 0n ? -unscaled : unscaled).toString().padStart(scale + 1, "0");
  const point = digits.length - scale;
  const fraction = scale > 0 ? `.${digits.slice(point)}` : "";
  const text = `${unscaled < 0n ? "-" : ""}${digits.slice(0, point)}${fraction}`;
  return digits.length <= 15 ? Number(text) : text;
}

const MICROS: Record<TimeUnit, (value: bigint) => bigint> = {
  [TimeUnit.SECOND]: (value) => value * 1_000_000n,
  [TimeUnit.MILLISECOND]: (value) => value * 1_000n,
  [TimeUnit.MICROSECOND]: (value) => value,
  [TimeUnit.NANOSECOND]: (value) => value / 1_000n,
};

/** What the vector holds itself, for its own reading of it is to the millisecond only. */
function micros(vector: Vector, row: number, unit: TimeUnit): bigint {
  const data = vector.data[0];
  const values = data?.values as BigInt64Array;
  return MICROS[unit](values[row] ?? 0n);
}

function instant(value: bigint): string {
  const seconds = floorDivide(value, 1_000_000n);
  const date = new Date(Number(seconds) * 1000).toISOString().replace(/\.\d+Z$/, "");
  return date + fractionOf(value - seconds * 1_000_000n);
}

function timeOfDay(value: bigint): string {
  const seconds = Number(value / 1_000_000n);
  const time = new Date(seconds * 1000).toISOString().slice(11, 19);
  return time + fractionOf(value % 1_000_000n);
}

function floorDivide(value: bigint, by: bigint): bigint {
  const quotient = value / by;
  return value < 0n && quotient * by !== value ? quotient - 1n : quotient;
}

function fractionOf(micros: bigint): string {
  if (micros === 0n) {
    return "";
  }
  return `.${micros.toString().padStart(6, "0").replace(/0+$/, "")}`;
}

function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}
