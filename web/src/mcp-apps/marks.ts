import type { ChartData } from "./chart-data";

/** A point of a chart that can be asked for its value. */
export interface Mark {
  x: number;
  y: number;
  title: string;
  lines: { color: number; label: string; value: string }[];
  parts: SVGElement[];
}

export interface Drawing {
  svg: SVGSVGElement;
  marks: Mark[];
  /** In which direction the nearest mark is the one that is meant. */
  nearest: "x" | "y" | "both";
}

export interface Plan {
  data: ChartData;
  width: number;
  /** Series, or slices of a pie, that are switched off. */
  hidden: ReadonlySet<number>;
}

export const COLORS = 6;

/** The class that gives a part the color of a series. */
export function colorClass(index: number): string {
  return `c${String((index % COLORS) + 1)}`;
}

/** About how wide a text is at the size of the axes. */
export function textWidth(text: string): number {
  return text.length * 6.6;
}
