import { canvas, label, ticksWidth, valueColumns, valueGrid, type Frame } from "./axes";
import type { ChartData } from "./chart-data";
import { shorten } from "@/language/format";
import { colorClass, textWidth, type Drawing, type Mark, type Plan } from "./marks";
import { shape } from "./element";
import { everyNth, niceScale } from "./scale";

const HEIGHT = 280;
const LINE = 18;
const LONGEST = 26;
const MOST_LYING = 40;

interface Shown {
  index: number;
  values: (number | null)[];
}

/** Bars beside each other, or below each other where their names are too long for that. */
export function drawBars(plan: Plan): Drawing {
  const { data, width, hidden } = plan;
  const shown = data.series
    .map((series, index) => ({ index, values: series.values }))
    .filter(({ index }) => !hidden.has(index));
  const longest = Math.max(...data.names.map((name) => textWidth(shorten(name, LONGEST))));
  const lie = data.names.length <= MOST_LYING && data.names.length * (longest + 12) > width - 70;
  return lie ? lying(data, shown, width, longest) : standing(data, shown, width);
}

function scaleOf(shown: Shown[], steps: number) {
  const values = shown.flatMap(({ values }) => values.filter((value) => value !== null));
  return niceScale(values, steps, true);
}

function standing(data: ChartData, shown: Shown[], width: number): Drawing {
  const scale = scaleOf(shown, 5);
  const frame: Frame = { left: ticksWidth(scale), top: 10, right: width - 8, bottom: HEIGHT - 28 };
  const place = (value: number) =>
    frame.bottom - ((value - scale.low) / (scale.high - scale.low)) * (frame.bottom - frame.top);
  const band = (frame.right - frame.left) / Math.max(1, data.names.length);
  const svg = canvas(width, HEIGHT);
  svg.append(valueGrid(frame, scale, place));
  const longest = Math.max(...data.names.map(textWidth)) + 14;
  const nth = everyNth(data.names.length, frame.right - frame.left, longest);
  const marks = data.names.map((name, index): Mark => {
    const middle = frame.left + band * (index + 0.5);
    if (index % nth === 0) {
      svg.append(shape("g", { class: "axis" }, label(name, middle, HEIGHT - 8, "middle")));
    }
    const size = Math.min(56, band * 0.72) / Math.max(1, shown.length);
    const parts = shown.flatMap(({ index: color, values }, position) => {
      const value = values[index] ?? null;
      const start = middle + (position - shown.length / 2) * size;
      return value === null
        ? []
        : [bar(color, start, place(value), size - 1, place(0) - place(value))];
    });
    svg.append(...parts);
    return { x: middle, y: place(highestOf(shown, index)), ...words(data, shown, index), parts };
  });
  return { svg, marks, nearest: "x" };
}

function lying(data: ChartData, shown: Shown[], width: number, longest: number): Drawing {
  const names = Math.min(longest, width * 0.4);
  const room = Math.max(26, LINE * shown.length + 8);
  const height = room * data.names.length + 36;
  const scale = scaleOf(shown, Math.max(2, Math.floor((width - names) / 110)));
  const frame: Frame = { left: names + 12, top: 6, right: width - 22, bottom: height - 26 };
  const place = (value: number) =>
    frame.left + ((value - scale.low) / (scale.high - scale.low)) * (frame.right - frame.left);
  const svg = canvas(width, height);
  svg.append(valueColumns(frame, scale, place));
  const most = Math.floor(names / textWidth("x"));
  const marks = data.names.map((name, index): Mark => {
    const middle = frame.top + room * (index + 0.5);
    svg.append(
      shape("g", { class: "axis" }, label(shorten(name, most), frame.left - 8, middle + 4, "end")),
    );
    const size = Math.min(LINE, (room - 8) / Math.max(1, shown.length));
    const parts = shown.flatMap(({ index: color, values }, position) => {
      const value = values[index] ?? null;
      const start = middle + (position - shown.length / 2) * size;
      return value === null ? [] : [bar(color, place(0), start, place(value) - place(0), size - 1)];
    });
    svg.append(...parts);
    return { x: place(highestOf(shown, index)), y: middle, ...words(data, shown, index), parts };
  });
  return { svg, marks, nearest: "y" };
}

function highestOf(shown: Shown[], index: number): number {
  return Math.max(0, ...shown.map(({ values }) => values[index] ?? 0));
}

/** A bar from zero, in whichever direction its value lies. */
function bar(color: number, x: number, y: number, width: number, height: number): SVGRectElement {
  return shape("rect", {
    x: Math.min(x, x + width),
    y: Math.min(y, y + height),
    width: Math.abs(width),
    height: Math.max(1, Math.abs(height)),
    rx: 2,
    class: `fill ${colorClass(color)}`,
  });
}

export function words(data: ChartData, shown: Shown[], index: number) {
  return {
    title: data.names[index] ?? "",
    lines: shown.map(({ index: color }) => ({
      color,
      label: data.series[color]?.label ?? "",
      value: data.series[color]?.texts[index] ?? "",
    })),
  };
}
