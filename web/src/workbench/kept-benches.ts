import type { Bench, RowsSheet } from "./sheets";

const KEY = "alidade.workbench.results";
const MOST_CHARACTERS = 2_000_000;

/** The results that a reload found; only this browser tab has them, and only until it is closed. */
export function kept(): Map<string, Bench> {
  try {
    const text = sessionStorage.getItem(KEY);
    return new Map(JSON.parse(text ?? "[]") as [string, Bench][]);
  } catch {
    return new Map();
  }
}

/** Keeps results for a reload, as many as there is room for, the latest first. */
export function keep(benches: ReadonlyMap<string, Bench>): void {
  let room = MOST_CHARACTERS;
  const entries: [string, Bench][] = [];
  for (const [tab, { sheets, shown }] of [...benches].reverse()) {
    const done = sheets
      .filter(isKept)
      .map((sheet) => ({ ...sheet, all: undefined, loaded: undefined }));
    const size = JSON.stringify(done).length;
    if (done.length > 0 && size <= room) {
      room -= size;
      entries.unshift([tab, { sheets: done, shown, earlier: [] }]);
    }
  }
  try {
    sessionStorage.setItem(KEY, JSON.stringify(entries));
  } catch {
    // Storage may be blocked or full; the results then hold until the page is left.
  }
}

function isKept(sheet: Bench["sheets"][number]): sheet is RowsSheet {
  return sheet.kind === "rows" && sheet.state === "done";
}
