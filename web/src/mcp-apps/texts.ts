import { inLanguage } from "@/language";
import { count } from "@/language/format";
import { common } from "@/language/texts";

const states: Record<string, string> = {
  pending: "Waits for approval",
  running: "Runs",
  done: "Done",
  refused: "Refused",
  failed: "Failed",
  expired: "Expired",
};

/** What the page says to the host and its model is no text for readers, and stays English. */
export const texts = inLanguage({
  en: {
    cancelled: "It was cancelled.",
    noServer: "This program does not let its pages call the server",
    notAnswered: "The server did not answer.",
    copied: "Copied",

    waitingForRows: "Waiting for rows…",
    noRows: "There are no rows.",
    gaveNoRows: "The server gave no rows",
    rowsOfResult: "Rows of the result",
    firstRows: (rows: number) => `First ${common.rows(rows)}; there are more`,
    sortedAmong: (rows: number) => `, sorted among these ${count(rows)} only`,
    copyCsv: "Copy CSV",
    readMore: "Read more rows",
    more: "More rows",
    asCsv: "The rows as CSV",
    clipboardClosed: "The clipboard is closed to this page; copy from here:",
    reading: "Reading more rows…",
    noMoreCame: (why: string) => `No more rows came: ${why}`,
    unknownReason: "unknown reason",
    null: "null",
    empty: "empty",

    waitingForAnswer: "Waiting for an answer…",
    noAnswer: "There is no answer.",
    rowsOfAnswer: "Rows of the answer",
    showAs: "Show as",
    chart: "Chart",
    table: "Table",
    described: (title: string, kind: string, measures: string, by: string, points: number) =>
      `${title}: ${kind} chart of ${measures}${by ? ` by ${by}` : ""}, ${count(points)} points.`,
    highest: (name: string, value: string) => `Highest: ${name}, ${value}.`,
    chartHelp: "Arrow keys tell the values; the table holds them all.",
    asking: "Asking…",
    notAsked: "It could not be asked.",

    states,
    waitingForWrite: "Waiting for the write…",
    noWrite: "There is no write.",
    doneWith: (rows: number) => `Done: ${common.rows(rows)} changed.`,
    titleOf: (rows: number, table: string) => `${common.rows(rows)} of ${table}`,
    proposal: (who: string, byModel: boolean, source: string, when: string) =>
      `Proposed by ${byModel ? `a model acting for ${who}` : who} · source ${source} · ${when}`,
    values: (json: string) => `Values: ${json}`,
    statement: "Statement",
    touched: "Rows that it touches",
    hidden: "You may not see the rows that it touches.",
    firstOf: (shown: number, rows: number) => `The first ${String(shown)} of ${common.rows(rows)}`,
    changes: (column: string) => `${column} (changes)`,
    outcome: (state: string, who?: string, why?: string) =>
      `${states[state] ?? state}${who === undefined ? "" : ` by ${who}`}${why === undefined ? "" : `: ${why}`}.`,
    refresh: "Refresh",
    looking: "Looking…",
    approve: "Approve",
    approving: "Approving…",
    refuse: "Refuse",
    refusing: "Refusing…",
    upToDate: "Up to date.",
    copyCommand: "Copy command",
    copyByHand: "Copy it by hand",
  },
});
