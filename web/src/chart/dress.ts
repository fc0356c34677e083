import type { SentChart } from "@/api/types";
import { laidDown, lyingNames } from "./bars";
import { isPart, listOf, merged, type Figure, type Part } from "./figure";
import { legendOf, type Legend } from "./legend";
import type { Palette } from "./palette";

const NARROW = 480;
const USUAL = 300;
const FAMILY = "'Geist Variable', system-ui, sans-serif";
const CLEAR = "rgba(0,0,0,0)";

export interface Room {
  palette: Palette;
  /** The width there is, in pixels. */
  width: number;
}

function axesOf(layout: Part): [string, Part][] {
  return Object.entries(layout).filter(
    (entry): entry is [string, Part] => /^[xy]axis\d*$/.test(entry[0]) && isPart(entry[1]),
  );
}

/** The page's colours, for a chart that has no theme of its own. */
function inPageColors(palette: Palette): Part {
  const lines = { gridcolor: palette.grid, linecolor: palette.grid, zerolinecolor: palette.grid };
  const space = { ...lines, backgroundcolor: CLEAR };
  return {
    paper_bgcolor: CLEAR,
    plot_bgcolor: CLEAR,
    font: { color: palette.muted },
    hoverlabel: {
      bgcolor: palette.surface,
      bordercolor: palette.grid,
      font: { color: palette.ink },
    },
    polar: { bgcolor: CLEAR, radialaxis: lines, angularaxis: lines },
    scene: { xaxis: space, yaxis: space, zaxis: space },
    geo: { bgcolor: CLEAR, landcolor: palette.land, countrycolor: palette.grid },
  };
}

/** What the layout has of these: Plotly makes room for what is only mentioned. */
function mentioned(layout: Part, colors: Part): Part {
  const own = ["polar", "scene", "geo"].filter((key) => !(key in layout));
  return Object.fromEntries(Object.entries(colors).filter(([key]) => !own.includes(key)));
}

function isFaceted(layout: Part): boolean {
  return "xaxis2" in layout;
}

function axis(part: Part, isX: boolean, width: number): Part {
  const narrow = width < NARROW;
  return {
    ...part,
    automargin: true,
    fixedrange: true,
    ticklen: 4,
    tickcolor: CLEAR,
    ...(narrow && { title: { text: "" } }),
    ...(!narrow && isPart(part.title) && { title: { ...part.title, standoff: 10 } }),
    ...(isX && part.type !== "category" && { nticks: narrow ? 5 : 9 }),
  };
}

function slices(trace: Part): Part {
  return trace.type === "pie"
    ? { texttemplate: "%{percent:.0%}", textposition: "inside", ...trace }
    : trace;
}

/** Where colours come round again, the lines of the second round are dotted. */
function dotted(each: Part, index: number, colors: number): Part {
  const line = each.type === "scatter" && String(each.mode).includes("lines");
  return line && colors > 0 && index >= colors ? merged({ line: { dash: "dot" } }, each) : each;
}

function trace(each: Part, index: number, colors: number): Part {
  return each.type === "bar"
    ? merged({ marker: { cornerradius: 3 } }, each)
    : dotted(slices(each), index, colors);
}

/** What kinds need more height than a line of text does. */
function heightOf(
  chart: SentChart,
  figure: Figure,
  width: number,
  lying: string[] | undefined,
  legend: Legend,
): number {
  const { layout, data } = figure;
  const controls = ("sliders" in layout ? 90 : 0) + legend.height;
  if (lying) {
    const beside = layout.barmode === "group" ? data.length : 1;
    return Math.max(200, lying.length * (16 * beside + 10) + 60) + controls;
  }
  if (isFaceted(layout)) {
    const rows = new Set(
      axesOf(layout)
        .filter(([name]) => name.startsWith("y"))
        .map(([, part]) => JSON.stringify(part.domain)),
    );
    return Math.max(USUAL, rows.size * 210) + controls;
  }
  return heightOfKind(chart, figure, width) + controls;
}

function heightOfKind({ kind }: SentChart, { data, layout }: Figure, width: number): number {
  switch (kind) {
    case "gantt":
      return Math.max(
        220,
        new Set(data.flatMap((each) => listOf(each.y).map(String))).size * 26 + 90,
      );
    case "number":
    case "gauge":
      return 220;
    case "heatmap":
      return Math.max(USUAL, listOf(data[0]?.y).length * 22 + 90);
    case "calendar":
      return Math.max(220, axesOf(layout).length * 90);
    case "scatter_3d":
    case "line_3d":
    case "surface":
    case "network":
    case "sankey":
    case "treemap":
    case "sunburst":
    case "icicle":
    case "radar":
    case "contour":
    case "density":
    case "map_points":
    case "map_bubbles":
    case "choropleth":
    case "geojson":
    case "hexbins":
      return width < NARROW ? 320 : 420;
    case "bar":
    case "line":
    case "scatter":
    case "pie":
    case "donut":
    case "area":
    case "step":
    case "bubble":
    case "histogram":
    case "box":
    case "violin":
    case "funnel":
    case "waterfall":
    case "candlestick":
    case "parallel":
      return USUAL;
  }
}

/** The server's figure in the page's type, room and, without a theme of its own, colours. */
export function dressed(chart: SentChart, drawn: Figure, { palette, width }: Room): Figure {
  const lying = lyingNames(drawn, width);
  const figure = lying ? laidDown(drawn, lying, width < NARROW) : drawn;
  const colors = listOf(drawn.layout.colorway).length;
  const legend = legendOf(figure, width, width < NARROW);
  const own = chart.style?.theme !== undefined;
  const colored = own
    ? figure.layout
    : merged(figure.layout, mentioned(figure.layout, inPageColors(palette)));
  const layout = merged(colored, {
    title: { text: "" },
    font: { family: FAMILY },
    hoverlabel: { font: { family: FAMILY } },
    margin: { l: 8, r: 12, t: isFaceted(figure.layout) ? 28 : 12, b: 8 },
    legend: legend.layout,
    uniformtext: { minsize: 11, mode: "hide" },
    width,
    height: heightOf(chart, figure, width, lying, legend),
  });
  for (const [name, part] of axesOf(layout)) {
    const lines = own
      ? {}
      : { gridcolor: palette.grid, linecolor: palette.grid, zerolinecolor: palette.grid };
    layout[name] = { ...axis(part, name.startsWith("x"), width), ...lines };
  }
  return {
    data: legend.data.map((each, index) => trace(each, index, colors)),
    layout,
    frames: figure.frames,
  };
}
