import { inLanguage } from "@/language";

const count = (value: number) => value.toLocaleString("en-US");
const rows = (value: number) => `${count(value)} ${value === 1 ? "row" : "rows"}`;

export const texts = inLanguage({
  en: {
    export: "Export",
    exporting: "Exporting",
    heading: "Export all rows as",
    compression: "Compress",
    compressions: { none: "No", gzip: "gzip", zstd: "Zstandard", zip: "ZIP" },
    formats: {
      excel: "Excel",
      csv: "CSV",
      tsv: "TSV",
      json: "JSON",
      ndjson: "NDJSON",
      parquet: "Parquet",
      arrow: "Arrow",
      html: "HTML",
      markdown: "Markdown",
      sql: "SQL",
    },
    about: {
      excel: "numbers and dates",
      csv: "opens anywhere",
      tsv: "tabs between fields",
      json: "one array",
      ndjson: "one object a line",
      parquet: "small, with types",
      arrow: "for programs",
      html: "one table",
      markdown: "for documents",
      sql: "INSERT statements",
    },
    writing: (format: string) => `Writing ${format}`,
    soFar: (value: number) => (value > 0 ? `${rows(value)} so far` : "Starting"),
    cancel: "Cancel the export",
    cancelled: "Cancelled; nothing is left of it.",
    ready: (value: number, size: string) => `${rows(value)}, ${size}`,
    download: (name: string) => `Download ${name}`,
    kept: "Kept on the server for an hour, for you alone.",
    another: "Another format",
    lost: "The server stopped while this was written. Export again.",
    bytes: (value: number) => `${count(value)} bytes`,
    kilobytes: (value: string) => `${value} kB`,
    megabytes: (value: string) => `${value} MB`,
  },
});
