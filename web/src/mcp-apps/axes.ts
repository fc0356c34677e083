import { textWidth } from "./marks";
import { shape } from "./element";
import { tickText, type Scale } from "./scale";

export interface Frame {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export function canvas(width: number, height: number): SVGSVGElement {
  return shape("svg", {
    width,
    height,
    viewBox: `0 0 ${String(width)} ${String(height)}`,
    "aria-hidden": "true",
  });
}

export function label(words: string, x: number, y: number, anchor: string): SVGTextElement {
  return shape("text", { x, y, "text-anchor": anchor }, words);
}

export function ticksWidth(scale: Scale): number {
  return Math.max(...scale.ticks.map((tick) => textWidth(tickText(tick)))) + 12;
}

/** Lines across the plot at round values, with their numbers at the left. */
export function valueGrid(
  frame: Frame,
  scale: Scale,
  place: (value: number) => number,
): SVGGElement {
  return shape(
    "g",
    { class: "axis" },
    ...scale.ticks.flatMap((tick) => {
      const y = place(tick);
      return [
        shape("line", {
          x1: frame.left,
          x2: frame.right,
          y1: y,
          y2: y,
          class: tick === 0 ? "zero" : "",
        }),
        label(tickText(tick), frame.left - 8, y + 4, "end"),
      ];
    }),
  );
}

/** The same for values that run to the right. */
export function valueColumns(
  frame: Frame,
  scale: Scale,
  place: (value: number) => number,
): SVGGElement {
  return shape(
    "g",
    { class: "axis" },
    ...scale.ticks.flatMap((tick) => {
      const x = place(tick);
      return [
        shape("line", {
          x1: x,
          x2: x,
          y1: frame.top,
          y2: frame.bottom,
          class: tick === 0 ? "zero" : "",
        }),
        label(tickText(tick), x, frame.bottom + 16, "middle"),
      ];
    }),
  );
}
