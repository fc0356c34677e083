/** Every format that the server writes, the most wanted first. */
export const FORMATS = [
  "excel",
  "csv",
  "parquet",
  "json",
  "tsv",
  "ndjson",
  "arrow",
  "html",
  "markdown",
  "sql",
] as const;
export type ExportFormat = (typeof FORMATS)[number];

export const COMPRESSIONS = ["none", "gzip", "zstd", "zip"] as const;
export type Compression = (typeof COMPRESSIONS)[number];

const LONGEST = 60;

/** A name for a file, from words; what a file's name may not hold is left out. */
export function fileName(words: string): string {
  const plain = words
    .replace(/[^\p{L}\p{N}_ .=-]+/gu, " ")
    .replace(/\s+/g, " ")
    .slice(0, LONGEST)
    .replace(/^[ .=-]+|[ .]+$/g, "");
  return plain || "result";
}
