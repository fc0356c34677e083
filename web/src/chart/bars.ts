import { shorten } from "@/language/format";
import { isPart, listOf, type Figure, type Part } from "./figure";

const PIXELS_A_LETTER = 6.5;
const MOST_BARS_BESIDE = 40;
const SHORT = 18;
const LONG = 28;

/** The names along upright bars; undefined where a figure is none of these, or has frames. */
function namesOf({ data, layout, frames }: Figure): string[] | undefined {
  const across = layout.xaxis;
  const upright = data.every((trace) => trace.type === "bar" && trace.orientation !== "h");
  if (
    !upright ||
    !isPart(across) ||
    across.type !== "category" ||
    frames.length > 0 ||
    layout.xaxis2
  ) {
    return undefined;
  }
  return [...new Set(data.flatMap((trace) => listOf(trace.x).map(String)))];
}

/** The names of bars that would not stand side by side below them, and read better beside them. */
export function lyingNames(figure: Figure, width: number): string[] | undefined {
  const names = namesOf(figure);
  if (!names) {
    return undefined;
  }
  const longest = Math.max(0, ...names.map((name) => name.length));
  const needed = names.length * (longest * PIXELS_A_LETTER + 12);
  const lie = names.length <= MOST_BARS_BESIDE && longest > 4 && needed > width - 70;
  return lie ? names : undefined;
}

/** The same bars lying, the first on top. */
export function laidDown(
  { data, layout, frames }: Figure,
  names: string[],
  narrow: boolean,
): Figure {
  const { xaxis, yaxis } = layout as { xaxis: Part; yaxis: Part };
  const most = narrow ? SHORT : LONG;
  return {
    data: data.map((trace) => ({ ...trace, orientation: "h", x: trace.y, y: trace.x })),
    layout: {
      ...layout,
      xaxis: yaxis,
      yaxis: {
        ...xaxis,
        title: { text: "" },
        autorange: "reversed",
        tickvals: names,
        ticktext: names.map((name) => shorten(name, most)),
      },
    },
    frames,
  };
}
