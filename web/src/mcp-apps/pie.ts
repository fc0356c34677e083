import { percent as percentOf } from "@/language/format";
import { canvas, label } from "./axes";
import { colorClass, type Drawing, type Mark, type Plan } from "./marks";
import { shape } from "./element";

const HEIGHT = 260;
const OUTER = 116;
const INNER = 66;
/** Below this share a slice has no room for its number. */
const LEAST_LABELLED = 0.06;

/** A ring whose parts are shares of the whole. */
export function drawPie({ data, width, hidden }: Plan): Drawing {
  const values = data.names.map((_, index) =>
    hidden.has(index) ? 0 : Math.max(0, data.series[0]?.values[index] ?? 0),
  );
  const total = values.reduce((sum, value) => sum + value, 0);
  const svg = canvas(width, HEIGHT);
  const center = { x: width / 2, y: HEIGHT / 2 };
  let turned = 0;
  const marks = values.flatMap((value, index): Mark[] => {
    if (value === 0 || total === 0) {
      return [];
    }
    const share = value / total;
    const from = turned;
    turned += share;
    const slice = shape("path", {
      d: ring(center, from, turned),
      class: `fill slice ${colorClass(index)}`,
    });
    const middle = pointAt(center, (OUTER + INNER) / 2, from + share / 2);
    const percent = percentOf(share, share < 0.1 ? 1 : 0);
    svg.append(slice);
    if (share >= LEAST_LABELLED) {
      svg.append(shape("g", { class: "share" }, label(percent, middle.x, middle.y + 4, "middle")));
    }
    const text = data.series[0]?.texts[index] ?? "";
    return [
      {
        ...middle,
        title: data.names[index] ?? "",
        lines: [
          { color: index, label: data.series[0]?.label ?? "", value: `${text} (${percent})` },
        ],
        parts: [slice],
      },
    ];
  });
  return { svg, marks, nearest: "both" };
}

function pointAt(center: { x: number; y: number }, radius: number, turn: number) {
  const angle = turn * 2 * Math.PI - Math.PI / 2;
  return { x: center.x + radius * Math.cos(angle), y: center.y + radius * Math.sin(angle) };
}

function ring(center: { x: number; y: number }, from: number, to: number): string {
  // A full turn would begin where it ends and draw nothing.
  const end = to - from >= 1 ? from + 0.99999 : to;
  const far = end - from > 0.5 ? 1 : 0;
  const point = (radius: number, turn: number) => {
    const { x, y } = pointAt(center, radius, turn);
    return `${x.toFixed(2)} ${y.toFixed(2)}`;
  };
  const arc = (radius: number, sweep: number) =>
    `A${String(radius)} ${String(radius)} 0 ${String(far)} ${String(sweep)} `;
  return `M${point(OUTER, from)}${arc(OUTER, 1)}${point(OUTER, end)}L${point(INNER, end)}${arc(INNER, 0)}${point(INNER, from)}Z`;
}
