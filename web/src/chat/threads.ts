import type { Turn } from "./turns";

/** A question with its answer, and what other planners answered to it before. */
export interface Thread {
  turn: Turn;
  earlier: readonly Turn[];
}

const NONE: readonly Turn[] = [];

/** The turns of a conversation, those that answer the same question again as one. */
export function threadsOf(turns: readonly Turn[]): Thread[] {
  const threads: Thread[] = [];
  for (const turn of turns) {
    const last = threads.at(-1);
    const first = last && (last.earlier[0] ?? last.turn);
    if (last && turn.versionOf && turn.versionOf === first?.answer?.turn) {
      threads[threads.length - 1] = { turn, earlier: [...last.earlier, last.turn] };
    } else {
      threads.push({ turn, earlier: NONE });
    }
  }
  return threads;
}

/** How an answer's rows stand to those of the answer before it; nothing where one has none. */
export function compared(before: Turn, after: Turn): "same" | "other" | undefined {
  const [left, right] = [before.answer, after.answer];
  if (left?.status !== "answered" || right?.status !== "answered") {
    return undefined;
  }
  const rows = (all: readonly unknown[]) =>
    all
      .map((row) => JSON.stringify(row))
      .sort()
      .join("\n");
  return rows(left.rows) === rows(right.rows) ? "same" : "other";
}
