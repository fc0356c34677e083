import type { Cell, ChartSpec, Column, Row } from "@/api/types";
import { formatCell, isNumeric, rawCell } from "@/table/format";
import { texts } from "./texts";

/** What a chart draws: a value a series and a position, with the words for each. */
export interface ChartData {
  /** What a position is called. */
  names: string[];
  /** Where a position lies, when positions are numbers or moments; otherwise they stand in a row. */
  places: number[] | undefined;
  moments: boolean;
  axisLabel: string;
  series: Series[];
}

export interface Series {
  label: string;
  values: (number | null)[];
  /** The values as people read them. */
  texts: string[];
}

const MOMENT = /^\d{4}-\d{2}(-\d{2}([T ]\d{2}:\d{2}.*)?)?$/;

function numberOf(cell: Cell): number | null {
  if (cell === null || typeof cell === "object" || typeof cell === "boolean" || cell === "") {
    return null;
  }
  const value = Number(cell);
  return Number.isFinite(value) ? value : null;
}

function indexOf(columns: Column[], name: string): number {
  return columns.findIndex((column) => column.name === name);
}

/** The day alone where no cell has a time, the month alone where every day is the first. */
export function shortMoments(texts: string[]): string[] {
  const days = texts.map((text) =>
    text.replace(/[T ]00:00(:00(\.0+)?)?(Z|[+-]\d{2}:?\d{2})?$/, ""),
  );
  const whole = days.every((text) => /^\d{4}-\d{2}(-\d{2})?$/.test(text)) ? days : texts;
  if (!whole.every((text) => /^\d{4}-\d{2}(-01)?$/.test(text))) {
    return whole.map((text) => text.replace("T", " "));
  }
  const months = whole.map((text) => text.slice(0, 7));
  return months.every((month) => month.endsWith("-01")) && months.length > 1
    ? months.map((month) => month.slice(0, 4))
    : months;
}

function placesOf(kind: ChartSpec["kind"], cells: Cell[], column: Column | undefined) {
  if (kind !== "line" && kind !== "scatter") {
    return { places: undefined, moments: false };
  }
  const texts = cells.map(rawCell);
  if (texts.length > 0 && texts.every((text) => MOMENT.test(text))) {
    return { places: texts.map((text) => Date.parse(text)), moments: true };
  }
  const numbers = cells.map(numberOf);
  return column && isNumeric(column) && numbers.every((value) => value !== null)
    ? { places: numbers, moments: false }
    : { places: undefined, moments: false };
}

export function readData(spec: ChartSpec, columns: Column[], rows: Row[]): ChartData {
  const position = spec.x ? indexOf(columns, spec.x.column) : -1;
  const column = columns[position];
  const cells = rows.map((row, index) => (column ? (row[position] ?? null) : index + 1));
  const { places, moments } = placesOf(spec.kind, cells, column);
  const plain = cells.map((cell) =>
    cell === null ? "(none)" : column ? formatCell(cell, column) : rawCell(cell),
  );
  return {
    names: moments ? shortMoments(cells.map(rawCell)) : plain,
    places: places?.every(Number.isFinite) ? places : undefined,
    moments,
    axisLabel: spec.x?.label ?? "",
    series: spec.y.map((measure) => {
      const index = indexOf(columns, measure.column);
      const measured = columns[index];
      const found = rows.map((row) => row[index] ?? null);
      return {
        label: measure.label,
        values: found.map(numberOf),
        texts: found.map((cell) =>
          cell === null || !measured ? "null" : formatCell(cell, measured),
        ),
      };
    }),
  };
}

/** The chart in a sentence, for those who do not see it. */
export function describeChart(spec: ChartSpec, data: ChartData): string {
  const measures = data.series.map((series) => series.label).join(", ");
  const first = data.series[0];
  const highest = first?.values.reduce<number>(
    (best, value, index) =>
      (value ?? -Infinity) > (first.values[best] ?? -Infinity) ? index : best,
    0,
  );
  const peak =
    first && highest !== undefined && first.values.some((value) => value !== null)
      ? ` ${texts.highest(data.names[highest] ?? "", first.texts[highest] ?? "")}`
      : "";
  const { title, kind } = spec;
  return texts.described(title, kind, measures, data.axisLabel, data.names.length) + peak;
}
