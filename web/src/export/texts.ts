import { inLanguage } from "@/language";
import { bytes } from "@/language/format";
import { common } from "@/language/texts";

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
    soFar: (value: number) => (value > 0 ? `${common.rows(value)} so far` : "Starting"),
    cancel: "Cancel the export",
    cancelled: "Cancelled; nothing is left of it.",
    ready: (rows: number, size: number) => `${common.rows(rows)}, ${bytes(size)}`,
    download: (name: string) => `Download ${name}`,
    kept: "Kept on the server for an hour, for you alone.",
    another: "Another format",
    lost: "The server stopped while this was written. Export again.",
  },
});
