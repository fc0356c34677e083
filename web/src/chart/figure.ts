/** A part of a figure: JSON as Plotly reads it. */
export interface Part {
  [key: string]: unknown;
}

/** A chart as the server drew it. */
export interface Figure {
  data: Part[];
  layout: Part;
  frames: Part[];
}

/** What the smaller of the two Plotlys draws. */
const BASIC = new Set(["bar", "pie", "scatter"]);

export function isBasic({ data }: Figure): boolean {
  return data.every((trace) => BASIC.has(String(trace.type)));
}

export function isPart(value: unknown): value is Part {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** One part over another, inner parts merged. */
export function merged(under: Part, over: Part): Part {
  const whole: Part = { ...under };
  for (const [key, value] of Object.entries(over)) {
    const below = whole[key];
    whole[key] = isPart(below) && isPart(value) ? merged(below, value) : value;
  }
  return whole;
}

export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}
