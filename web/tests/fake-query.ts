import type { ErrorBody, QueryResult, Row } from "../src/api/types";
import { ANSWERS, SHOP } from "./fake-data";

function problem(sql: string, word: string, message: string): ErrorBody {
  const offset = sql.indexOf(word);
  const before = sql.slice(0, offset).split("\n");
  return {
    code: "COLUMN_NOT_FOUND",
    type: "USER",
    message,
    location: { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, offset },
  };
}

function normal(sql: string): string {
  return sql
    .replace(/\s+/g, " ")
    .replace(/ LIMIT \d+;?$/i, "")
    .trim();
}

function previewOf(sql: string): Pick<QueryResult, "columns" | "rows"> | undefined {
  const name = /FROM (?:"?main"?\.)?"?(\w+)"?/i.exec(sql)?.[1];
  const found = SHOP.tables.find((table) => table.name === name);
  if (!found) {
    return undefined;
  }
  if (/COUNT\(\*\)/i.test(sql)) {
    return { columns: [{ name: "count", type: "integer" }], rows: [[found.rows ?? 0]] };
  }
  const rows = Array.from({ length: 30 }, (_, index): Row =>
    found.columns.map((column) =>
      column.type === "integer" ? index + 1 : (column.examples[index % 3] ?? null),
    ),
  );
  return { columns: found.columns.map(({ name, type }) => ({ name, type })), rows };
}

/** What the fake knows of SQL: its own statements, previews, LIMIT, and one misspelling. */
export function runQuery(sql: string): QueryResult | ErrorBody {
  const wrong = /regoin|nosuchcolumn/.exec(sql)?.[0];
  if (wrong) {
    return problem(sql, wrong, `Column \`${wrong}\` not found; did you mean another?`);
  }
  const known = ANSWERS.find(([, answer]) => answer.sql && normal(answer.sql) === normal(sql));
  const found = known?.[1] ?? previewOf(sql);
  if (!found) {
    return problem(sql, sql.trim().split(/\s/)[0] ?? "", "The fake server does not know this.");
  }
  const limit = Number(/LIMIT (\d+)/i.exec(sql)?.[1] ?? "1000");
  const rows = found.rows.slice(0, limit);
  const statistics = { elapsed_ms: 3, rows: rows.length };
  return { columns: found.columns, rows, truncated: false, sql, statistics };
}
