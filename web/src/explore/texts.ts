import { inLanguage } from "@/language";
import { count, moment, percent, some } from "@/language/format";
import { common } from "@/language/texts";

const columns = { one: "column", other: "columns" };
const tables = { one: "table", other: "tables" };
const otherTables = { one: "other table", other: "other tables" };
const files = { one: "file", other: "files" };
const uploadsAre = { one: "uploaded file is", other: "uploaded files are" };
const fieldsNeed = { one: "field needs", other: "fields need" };

export const texts = inLanguage({
  en: {
    explore: "Explore",
    sources: "Your sources",
    sourcesLead: "Databases and files that can be asked. Open one to see what is in it.",
    addSource: "Add a source",
    tables: (value: number) => some(value, tables),
    rows: common.rows,
    columns: (value: number) => some(value, columns),
    view: "view",
    moreTables: (value: number) => `Show more of ${some(value, otherTables)}`,
    available: "Answers",
    unavailable: "Does not answer",
    readAgo: (when: string) => `read ${when}`,
    justNow: "just now",
    moment,
    configured: "Set up with the server",
    added: "Added here",
    retry: "Look again",
    breadcrumb: "Where you are",

    firstTitle: "Bring your own data",
    firstLead: "It takes less than a minute, and nothing leaves this machine.",
    dropFile: "Drop a file",
    dropFileLead: "CSV, JSON, Parquet, DuckDB or SQLite",
    connect: "Connect a database",
    connectLead: "PostgreSQL, MySQL, Trino and others",
    trySample: (name: string) => `Try ${name}`,
    trySampleLead: "It is here already, ready to ask",
    addSample: "Add sample data",
    addSampleLead: "An outdoor shop to try things on; remove it any time",
    addingSample: "Adding the sample data…",

    chooseFiles: "Choose files",
    orDrop: "or drop them anywhere on the page",
    files: "Files",
    database: "Database",
    addLead: "Files become tables; a database stays where it is.",
    accepted: "CSV, TSV, JSON, NDJSON, Parquet (.gz and .zst too), DuckDB, SQLite",
    sending: (done: number) => `Sending, ${percent(done / 100)}`,
    sent: "Sent",
    removeFile: (name: string) => `Leave ${name} out`,
    sourceName: "Name of the source",
    sourceNameHint: "How you and others will call it",
    addFiles: (value: number) => (value === 0 ? "Add files" : `Add ${some(value, files)}`),
    adding: "Reading…",
    databasesAlone: "A database is a source by itself, so each gets its own name.",

    kind: "Kind of database",
    tryAndAdd: "Try and add",
    tryAndSave: "Try and save",
    trying: "Trying…",
    more: "More settings",
    usual: (value: string) => `${value} unless said`,
    secretKept: "Kept; type to replace it",
    several: "One a line",
    yes: "Yes",
    no: "No",
    notSaid: "As usual",
    wrong: (value: number) => `${some(value, fieldsNeed)} another look.`,

    ready: (name: string) => `${name} is ready`,
    askFirst: "Questions it can answer",
    look: "Look at the tables",
    done: "Done",

    change: "Settings",
    changeLead: "It is tried before it is saved; where it does not answer, it stays as it was.",
    removeSource: "Remove",
    removeTitle: (name: string) => `Remove ${name}?`,
    removeFiles: (value: number) =>
      value === 0
        ? "The database itself stays untouched."
        : `${some(value, uploadsAre)} deleted with it.`,
    keep: "Keep it",

    tablesTitle: "Tables",
    relations: "Relations",
    filter: "Filter tables and columns",
    noMatch: (text: string) => `No table or column has “${text}” in its name.`,
    emptySource: "It answers, but there is no table that you may see.",
    emptySourceHint:
      "Check the database's name and what its account may read, or ask an administrator for a role.",
    noRelations: "No table refers to another here.",
    noRelationsHint:
      "Relations come from foreign keys, or from columns whose names and values fit. Ask about one table at a time, or join by hand in the workbench.",
    diagram: (name: string) => `How the tables of ${name} hang together`,
    diagramHelp: "Arrow keys move, + and − zoom, 0 shows all; Tab goes from table to table.",
    zoomIn: "Zoom in",
    zoomOut: "Zoom out",
    fit: "Show all",
    around: "Around",
    aroundLead: (shown: number, all: number) =>
      `${count(shown)} of ${count(all)} tables: those next to this one`,
    inferred: "found by names and values",
    declared: "declared",
    refersTo: (from: string, to: string, columns: string) =>
      `${from} refers to ${to} by ${columns}`,

    ask: "Ask about this",
    workbench: "Open in workbench",
    column: "Column",
    type: "Type",
    holds: "Holds",
    primaryKey: "primary key",
    refers: (target: string) => `→ ${target}`,
    distinct: (value: number) => `${count(value)} different`,
    noneMissing: "none missing",
    allMissing: "all missing",
    missing: (share: number) =>
      `${share < 0.01 ? `under ${percent(0.01)}` : percent(share)} missing`,
    range: (from: string, to: string) => (from === to ? from : `${from} to ${to}`),
    unread: "not looked at",
    sample: "First rows",
    sampleOf: (name: string) => `First rows of ${name}`,
    sampleNote: "as you may see them",
    outgoing: "Refers to",
    incoming: "Referred to by",
    noSuchTable: (name: string) => `There is no table ${name} here that you may see.`,
    backToSources: "All sources",
    backToTables: (name: string) => `All tables of ${name}`,
  },
});
