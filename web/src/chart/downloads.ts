import { call } from "@/api/client";
import type { DrawnRows, Input, Output, SentChart } from "@/api/types";
import { LOCALE } from "@/language";
import type { Origin } from "./ChartStudio";

export type Format = NonNullable<Input<"render_chart">["as"]>;

/** A file, ready to be saved. */
export interface Download {
  name: string;
  type: string;
  content: BlobPart;
}

const JSON_TYPE = "application/json";

function named(chart: SentChart): string {
  const plain = chart.title.replace(/[^\p{L}\p{N} ]+/gu, "").trim();
  return plain.slice(0, 60) || "chart";
}

function json(chart: SentChart, format: Format, figure: unknown): Download {
  const name = `${named(chart)}.${format.replace("_", "-")}.json`;
  return { name, type: JSON_TYPE, content: JSON.stringify(figure, undefined, 2) };
}

/** What `render_chart` gave, as a file. */
function fileOf(chart: SentChart, rendered: Output<"render_chart">): Download {
  if (rendered.file) {
    const { name, media_type: type, content } = rendered.file;
    const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
    return { name: named(chart) + name.slice(name.lastIndexOf(".")), type, content: bytes };
  }
  return json(chart, rendered.format, rendered.figure);
}

/** The chart as a file: its JSON is here already, all else the server makes. */
export async function download(
  format: Format,
  chart: SentChart,
  drawn: DrawnRows,
  { source, sql, parameters }: Origin,
): Promise<Download> {
  if (format === "plotly") {
    return json(chart, format, drawn.figure);
  }
  const rendered = await call("render_chart", {
    source,
    sql,
    ...(parameters !== undefined && { parameters }),
    chart,
    locale: LOCALE,
    as: format,
  });
  return fileOf(chart, rendered);
}

/** Hands a file to the browser. */
export function saveDownload({ name, type, content }: Download): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
