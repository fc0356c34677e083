import { markOf, type Mark } from "@/sql/position";
import type { Sheet } from "./sheets";
import { statementsOf } from "./statements";

/** Where the text of a tab is wrong, as running it told, where those statements still stand there. */
export function marksOf(text: string, engine: string, sheets: Sheet[]): Mark[] {
  const failed = sheets.filter(({ state }) => state === "failed");
  if (failed.length === 0) {
    return [];
  }
  const statements = statementsOf(text, engine);
  return failed.flatMap((sheet): Mark[] => {
    const mark = markOf(sheet.error, sheet.sql);
    const still =
      statements.find(({ from, sql }) => from === sheet.from && sql === sheet.sql) ??
      statements.find(({ sql }) => sql === sheet.sql);
    return mark && still
      ? [{ ...mark, from: mark.from + still.from, to: mark.to + still.from }]
      : [];
  });
}
