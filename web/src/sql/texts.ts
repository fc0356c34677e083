import { inLanguage } from "@/language";

export const texts = inLanguage({
  en: {
    openInWorkbench: "Workbench",
    editor: "SQL",
    place: (line: number, column: number) => `Line ${String(line)}, column ${String(column)}`,
    rows: "Rows of the query",
    explain: "Explain in words",
    fix: "Fix",
    use: "Use this",
    run: "Run",
    stop: "Stop",
    undoEdits: "Undo edits",
    copy: "Copy SQL",
    readOnlyOn: (source: string) => `Read-only SQL on ${source}`,
  },
});
