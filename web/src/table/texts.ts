import { inLanguage } from "@/language";
import { count } from "@/language/format";

export const texts = inLanguage({
  en: {
    null: "null",
    empty: "empty",
    noRows: "No rows match. The query ran; there is nothing that fits it.",
    thereAreMore: "shown; there are more",
    copyCsv: "Copy CSV",
    saveCsv: "Save as CSV",
    pages: "Pages",
    previous: "Previous page",
    next: "Next page",
    range: (first: number, last: number, all: number) =>
      `${count(first)}–${count(last)} of ${count(all)}`,
  },
});
