import { compact, fine } from "@/language/format";

export interface Scale {
  low: number;
  high: number;
  ticks: number[];
}

/** Round numbers that cover the values, with about so many steps. */
export function niceScale(values: number[], steps: number, fromZero: boolean): Scale {
  if (values.length === 0) {
    return { low: 0, high: 1, ticks: [0, 1] };
  }
  const low = Math.min(...values, ...(fromZero ? [0] : []));
  const high = Math.max(...values, ...(fromZero ? [0] : []));
  const span = high > low ? high - low : Math.abs(high) || 1;
  const raw = span / Math.max(1, steps);
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = power * ([1, 2, 2.5, 5, 10].find((each) => each * power >= raw * 0.999) ?? 10);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
  return { low: first * step, high: last * step, ticks };
}

/** A tick's words: short where numbers are large. */
export function tickText(value: number): string {
  return Math.abs(value) >= 10_000 ? compact(value) : fine(value);
}

/** Which of many labels to write, evenly, so that none runs into the next. */
export function everyNth(count: number, room: number, widest: number): number {
  const fitting = Math.max(1, Math.floor(room / Math.max(1, widest)));
  return Math.max(1, Math.ceil(count / fitting));
}
