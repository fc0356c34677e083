import { inLanguage } from ".";
import { exact, milliseconds, some } from "./format";

interface Timing {
  elapsed_ms: number;
  /** When its rows were read, where the data may have changed since. */
  as_of?: string;
}

/** What several folders say. */
export const common = inLanguage({
  en: {
    rows: (value: number) => some(value, { one: "row", other: "rows" }),
    timing: ({ elapsed_ms, as_of }: Timing) =>
      as_of
        ? `${milliseconds(elapsed_ms)} · kept rows, as of ${exact(as_of)}`
        : milliseconds(elapsed_ms),
    close: "Close",
    cancel: "Cancel",
    undo: "Undo",
  },
});
