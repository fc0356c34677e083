import type { QueryParameter } from "@/api/types";
import type { Parameters } from "./sheets";
import { parametersOf } from "./statements";
import type { Tab } from "./tabs";

/** A value that the statement takes, as the page asks for it. */
export interface Wanted {
  name: string;
  type: string;
  /** What the saved query says of it, where it says something. */
  declared: QueryParameter | undefined;
}

export const TYPES = [
  "text",
  "integer",
  "decimal",
  "float",
  "boolean",
  "date",
  "time",
  "timestamp",
  "timestamptz",
  "uuid",
  "interval",
];

/** The values that a tab's text takes, with their types: declared, chosen, or else text. */
export function wantedBy(tab: Tab, engine: string, declared: QueryParameter[]): Wanted[] {
  return parametersOf(tab.sql, engine).map((name) => {
    const known = declared.find((parameter) => parameter.name === name);
    return { name, type: known?.type ?? tab.types[name] ?? "text", declared: known };
  });
}

/** What stands in a field before anything is typed. */
export function initialOf({ declared }: Wanted): string {
  const value = declared?.default_value;
  return value === undefined || value === null ? "" : textOf(value);
}

export function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** The values for a statement, as the server binds them; nothing where it takes none. */
export function boundTo(
  sql: string,
  engine: string,
  wanted: Wanted[],
  values: Record<string, string>,
): Parameters | undefined {
  const names = new Set(parametersOf(sql, engine));
  const own = wanted.filter(({ name }) => names.has(name));
  if (own.length === 0) {
    return undefined;
  }
  return Object.fromEntries(
    own.map((each) => [each.name, bound(each, values[each.name] ?? initialOf(each))]),
  );
}

function bound({ type, declared }: Wanted, typed: string): unknown {
  if (typed === "" && type !== "text") {
    return null;
  }
  if (typed === "" && declared?.required === false) {
    return null;
  }
  if (type === "boolean") {
    return typed === "true";
  }
  return type === "text" ? typed : { type, value: typed };
}
