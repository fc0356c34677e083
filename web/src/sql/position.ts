import { ApiError } from "@/api/errors";

export interface Mark {
  message: string;
  line: number;
  column: number;
  from: number;
  to: number;
}

function offsetOf(text: string, line: number, column: number): number {
  const before = text.split("\n").slice(0, line - 1);
  const start = before.reduce((sum, each) => sum + each.length + 1, 0);
  return Math.min(text.length, Math.max(0, start + column - 1));
}

/** Where in the statement an error points, and the word that it points at. */
export function markOf(error: unknown, text: string): Mark | undefined {
  if (!(error instanceof ApiError) || !error.location) {
    return undefined;
  }
  const { line, column } = error.location;
  return { message: error.message, line, column, ...placeOf(text, line, column) };
}

/** The word at a line and column of a text. */
export function placeOf(text: string, line: number, column: number): { from: number; to: number } {
  const from = offsetOf(text, line, column);
  const word = /^(\w+|\S)/.exec(text.slice(from))?.[0].length ?? 0;
  return { from, to: from + word };
}

/** The line that an error points at, in three parts with the culprit in the middle. */
export function excerpt(mark: Mark, text: string): [string, string, string] {
  const start = text.lastIndexOf("\n", Math.max(0, mark.from - 1)) + 1;
  const next = text.indexOf("\n", mark.from);
  const end = next < 0 ? text.length : next;
  return [text.slice(start, mark.from), text.slice(mark.from, mark.to), text.slice(mark.to, end)];
}
