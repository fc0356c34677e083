import { inLanguage } from "@/language";
import { count, percent, significant } from "@/language/format";
import { common } from "@/language/texts";

export const texts = inLanguage({
  en: {
    rowsOf: (shown: number, all: number) => `${count(shown)} of ${common.rows(all)}`,
    thereAreMore: "shown; there are more",
    sorting: "sorting…",
    loading: "Loading…",
    loadMore: "Load more",
    loadAll: "Load all",
    loaded: (rows: number) => `Loading, ${common.rows(rows)}`,
    filter: "Filter",
    filterRows: "Filter these rows",
    statistics: "Statistics",
    statisticsOf: (column: string) => `Statistics of ${column}`,
    rows: "Rows",
    missing: "Null",
    different: "Different",
    atLeast: (value: number) => `at least ${count(value)}`,
    smallest: "Smallest",
    largest: "Largest",
    mean: "Mean",
    none: "none",
    part: (value: number, share: number) =>
      `${count(value)} (${percent(share, share < 0.01 ? 1 : 0)})`,
    histogram: (bins: string) => `Histogram: ${bins}`,
    bin: (from: number, to: number, value: number) =>
      `${significant(from, 4)} to ${significant(to, 4)}: ${count(value)}`,
    frequent: "Most frequent values",
    once: "Every value is there once.",
    empty: "empty",
  },
});
