import { inLanguage } from "@/language";

export const texts = inLanguage({
  en: {
    schema: "Schema",
    yourData: "Your data",
    filter: "Filter tables and columns",
    unreachable: "Your sources show here once the server answers.",
    noSource: "No source yet. Drop a file anywhere here, or [add a source].",
    source: (name: string) => `Source ${name}`,
    unavailable: "unavailable",
    noMatch: "Nothing here matches the filter.",
    noTables: "This source has no tables.",
    view: "view",
    preview: "Preview",
    ask: "Ask about it",
    columnsOf: (table: string) => `Columns of ${table}`,
    primaryKeyTitle: "Primary key",
    primaryKey: "primary key",
    mayBeNull: (type: string) => `${type}, may be null`,
    neverNull: (type: string) => `${type}, never null`,
    references: "references",
    inferred: "inferred",
    inferredHint: "Found in the names and values",
  },
});
