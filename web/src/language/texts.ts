import { inLanguage } from ".";
import { some } from "./format";

/** What several folders say. */
export const common = inLanguage({
  en: {
    rows: (value: number) => some(value, { one: "row", other: "rows" }),
    close: "Close",
    cancel: "Cancel",
    undo: "Undo",
  },
});
