import { shorten } from "@/language/format";
import { listOf, type Figure, type Part } from "./figure";

const LINE = 19;
const LETTER = 6.5;
/** What stands before and after a name. */
const MARK = 48;
const FEW = 3;

/** A figure with its legend where there is room for it, and the height that it takes. */
export interface Legend {
  data: Part[];
  layout: Part;
  height: number;
}

const NONE = { text: "" };
const BESIDE: Part = { orientation: "v", x: 1, y: 0.5, yanchor: "middle" };
const ABOVE: Part = { orientation: "h", x: 0, y: 1.02, yanchor: "bottom", title: NONE };
const BELOW: Part = {
  xref: "container",
  orientation: "h",
  x: 0,
  y: 0,
  yref: "container",
  yanchor: "bottom",
  title: NONE,
};

/** Names of slices, which are told by colour as series are. */
function slicesOf(data: Part[]): string[] | undefined {
  return data.some(({ type }) => type === "pie")
    ? [...new Set(data.flatMap(({ labels }) => listOf(labels).map(String)))]
    : undefined;
}

/** Two names a line on a narrow screen, the long ones shortened, so that they stand in columns. */
function inColumns(data: Part[], names: string[], slices: boolean, width: number): Legend {
  const most = Math.floor((width / 2 - MARK) / LETTER);
  const long = names.some((name) => name.length > most);
  // Slices of the same name would be put together.
  const columns = slices && long ? 1 : 2;
  return {
    data: slices ? data : data.map((each) => shortNamed(each, most)),
    layout: { ...BELOW, entrywidthmode: "fraction", entrywidth: 1 / columns, font: { size: 11 } },
    height: Math.ceil(names.length / columns) * LINE + 8,
  };
}

function shortNamed(trace: Part, most: number): Part {
  return typeof trace.name === "string" ? { ...trace, name: shorten(trace.name, most) } : trace;
}

/** Where the names of series or slices go: beside, above or below, and how much room they take. */
export function legendOf({ data, layout }: Figure, width: number, narrow: boolean): Legend {
  const slices = slicesOf(data);
  const named = data.filter((each) => each.showlegend !== false);
  const names = slices ?? named.map(({ name }) => String(name));
  if (layout.showlegend !== true) {
    return { data, layout: ABOVE, height: 0 };
  }
  if ("sliders" in layout) {
    return { data, layout: ABOVE, height: rowsOf(names, width) * LINE - LINE };
  }
  if (slices && !narrow) {
    return { data, layout: BESIDE, height: 0 };
  }
  if (narrow && names.length > FEW) {
    return inColumns(data, names, slices !== undefined, width);
  }
  const below = slices !== undefined || "xaxis2" in layout;
  return below
    ? { data, layout: BELOW, height: rowsOf(names, width) * LINE + 8 }
    : { data, layout: ABOVE, height: rowsOf(names, width) * LINE - LINE };
}

function rowsOf(names: string[], width: number): number {
  const longest = Math.max(0, ...names.map((name) => name.length));
  const aRow = Math.max(1, Math.floor(width / (longest * LETTER + 60)));
  return Math.max(1, Math.ceil(names.length / aRow));
}
