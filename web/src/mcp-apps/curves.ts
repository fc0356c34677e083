import { canvas, label, ticksWidth, valueGrid, type Frame } from "./axes";
import { words } from "./bars";
import type { ChartData } from "./chart-data";
import { colorClass, textWidth, type Drawing, type Mark, type Plan } from "./marks";
import { shape } from "./element";
import { everyNth, niceScale, tickText } from "./scale";

const HEIGHT = 280;
const MOST_DOTS = 60;

interface Place {
  at: (index: number) => number;
  axis: SVGElement[];
}

/** Lines through the values in the order of the rows, or points. */
export function drawCurves({ data, width, hidden }: Plan, line: boolean): Drawing {
  const shown = data.series
    .map((series, index) => ({ index, values: series.values }))
    .filter(({ index }) => !hidden.has(index));
  const values = shown.flatMap(({ values }) => values.filter((value) => value !== null));
  const scale = niceScale(values, 5, line && Math.min(...values) >= 0);
  const frame: Frame = { left: ticksWidth(scale), top: 10, right: width - 16, bottom: HEIGHT - 28 };
  const vertical = (value: number) =>
    frame.bottom - ((value - scale.low) / (scale.high - scale.low)) * (frame.bottom - frame.top);
  const horizontal = placing(data, frame);
  const svg = canvas(width, HEIGHT);
  svg.append(valueGrid(frame, scale, vertical), shape("g", { class: "axis" }, ...horizontal.axis));
  if (line) {
    svg.append(...shown.map(({ index, values }) => path(index, values, horizontal.at, vertical)));
  }
  const dots = !line || data.names.length <= MOST_DOTS;
  const marks = data.names.map((_, index): Mark => {
    const parts = shown.flatMap(({ index: color, values }) => {
      const value = values[index] ?? null;
      return value === null
        ? []
        : [
            shape("circle", {
              cx: horizontal.at(index),
              cy: vertical(value),
              r: line ? 3 : 4.5,
              class: `fill dot ${colorClass(color)}${dots ? "" : " quiet"}`,
            }),
          ];
    });
    svg.append(...parts);
    const first = shown.map(({ values }) => values[index] ?? null).find((value) => value !== null);
    const y = vertical(first ?? scale.low);
    return { x: horizontal.at(index), y, ...words(data, shown, index), parts };
  });
  return { svg, marks, nearest: line ? "x" : "both" };
}

function placing(data: ChartData, frame: Frame): Place {
  const room = frame.right - frame.left;
  const { places, moments } = data;
  if (places && !moments) {
    const scale = niceScale(places, Math.max(2, Math.floor(room / 90)), false);
    const put = (value: number) =>
      frame.left + ((value - scale.low) / (scale.high - scale.low)) * room;
    return {
      at: (index) => put(places[index] ?? scale.low),
      axis: scale.ticks.map((tick) => label(tickText(tick), put(tick), HEIGHT - 8, "middle")),
    };
  }
  const at = places ? alongTime(places, frame) : alongRow(data.names.length, frame);
  const widest = Math.max(...data.names.map(textWidth)) + 18;
  const nth = everyNth(data.names.length, room, widest);
  const axis = data.names.flatMap((name, index) => {
    const anchor =
      at(index) < widest / 2 ? "start" : at(index) > frame.right - widest / 2 ? "end" : "middle";
    return index % nth === 0 ? [label(name, at(index), HEIGHT - 8, anchor)] : [];
  });
  return { at, axis };
}

function alongTime(places: number[], frame: Frame): (index: number) => number {
  const low = Math.min(...places);
  const span = Math.max(...places) - low || 1;
  return (index) =>
    frame.left + (((places[index] ?? low) - low) / span) * (frame.right - frame.left);
}

function alongRow(count: number, frame: Frame): (index: number) => number {
  const step = (frame.right - frame.left) / Math.max(1, count - 1);
  return (index) => frame.left + index * step;
}

/** Where a value is missing the line breaks off. */
function path(
  color: number,
  values: (number | null)[],
  across: (index: number) => number,
  vertical: (value: number) => number,
): SVGPathElement {
  let pen = "M";
  const steps = values.map((value, index) => {
    if (value === null) {
      pen = "M";
      return "";
    }
    const step = `${pen}${across(index).toFixed(1)} ${vertical(value).toFixed(1)}`;
    pen = "L";
    return step;
  });
  return shape("path", { d: steps.join(""), class: `line ${colorClass(color)}` });
}
