import type { Debugged, Plan, QueryResult } from "@/api/types";
import type { Rows } from "@/grid/rows";

export type State = "waiting" | "running" | "done" | "failed" | "skipped" | "stopped";

export type Parameters = Record<string, unknown>;

interface Base {
  id: string;
  source: string;
  /** The statement as it was written. */
  sql: string;
  /** Where in the tab's text it began. */
  from: number;
  /** The line of that text on which it began. */
  line: number;
  state: State;
  error?: unknown;
  parameters: Parameters | undefined;
  /** When it began, in milliseconds. */
  at: number;
}

/** The rows of a statement. */
export interface RowsSheet extends Base {
  kind: "rows";
  result?: QueryResult;
  /** All rows, where somebody asked for them. */
  all?: Rows;
  /** How many of all rows have come so far. */
  loaded?: number;
}

/** How the engine runs a statement. */
export interface PlanSheet extends Base {
  kind: "plan";
  plan?: Plan;
  /** Why the plan that is there could not be measured. */
  unmeasured?: string | undefined;
}

/** The parts of a statement, each run by itself. */
export interface StepsSheet extends Base {
  kind: "steps";
  steps?: Debugged;
}

/** What differs between two results. */
export interface DiffSheet extends Base {
  kind: "diff";
}

/** Something below the editor: each has a tab of its own there. */
export type Sheet = RowsSheet | PlanSheet | StepsSheet | DiffSheet;

/** What is below the editor of one tab. */
export interface Bench {
  sheets: Sheet[];
  shown: string;
  /** Rows of runs before, the latest first, to compare with. */
  earlier: RowsSheet[];
}

export const NO_BENCH: Bench = { sheets: [], shown: "", earlier: [] };

const MOST_EARLIER = 6;

/** The bench when others take the place of what was there; rows are kept to compare with. */
export function replaced(bench: Bench, sheets: Sheet[]): Bench {
  const before = bench.sheets.filter(
    (sheet): sheet is RowsSheet => sheet.kind === "rows" && sheet.result !== undefined,
  );
  return {
    sheets,
    shown: sheets[0]?.id ?? "",
    earlier: [...before.reverse(), ...bench.earlier].slice(0, MOST_EARLIER),
  };
}

/** The bench with another sheet in front, in the place of one that was of its kind. */
export function added(bench: Bench, sheet: Sheet): Bench {
  const others = bench.sheets.filter(({ kind }) => kind === "rows" || kind !== sheet.kind);
  return { ...bench, sheets: [...others, sheet], shown: sheet.id };
}

export function without(bench: Bench, id: string): Bench {
  const sheets = bench.sheets.filter((sheet) => sheet.id !== id);
  return { ...bench, sheets, shown: bench.shown === id ? (sheets[0]?.id ?? "") : bench.shown };
}

export function isBusy(bench: Bench): boolean {
  return bench.sheets.some(({ state }) => state === "running" || state === "waiting");
}
