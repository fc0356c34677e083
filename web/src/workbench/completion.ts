import type {
  Completion,
  CompletionContext,
  CompletionResult,
  CompletionSource,
} from "@codemirror/autocomplete";
import { keywordCompletionSource } from "@codemirror/lang-sql";
import type { SchemaTable } from "@/api/types";
import { dialectOf } from "@/sql/dialect";
import { quoteIdentifier } from "@/sql/identifiers";
import { functionsOf } from "./functions";
import { Names, type ScopeColumn, type ScopeSource } from "./scope";
import { statementAt, statementsOf } from "./statements";
import { tokensOf } from "./tokens";

const TABLES_FOLLOW = new Set(["from", "join", "into", "update", "table", "describe"]);
const COLUMN = 90;
const ALIAS = 70;
const TABLE = 50;
const FUNCTION = 0;
const KEYWORD = -50;

/** What can be written next, the likeliest first: columns in scope, tables, functions, keywords. */
export function completionFrom(engine: string, tables: SchemaTable[]): CompletionSource {
  const keywords = keywordCompletionSource(dialectOf(engine), true);
  return async (context) => {
    const word = context.matchBefore(/[\p{L}\p{N}_$"`]*/u);
    const from = word?.from ?? context.pos;
    const text = context.state.doc.toString();
    const statement = statementAt(statementsOf(text, engine), context.pos);
    const start = statement && statement.from <= context.pos ? statement.from : context.pos;
    const sql = text.slice(start, Math.max(context.pos, statement?.to ?? 0));
    const place = tokensOf(text.slice(start, from), engine);
    const last = place.at(-1);
    const lastWord = last ? text.slice(start + last.from, start + last.to).toLowerCase() : "";
    if (last?.kind === "open") {
      return null;
    }
    const names = new Names(sql, engine, tables);
    const scope = names.at(from - start);
    if (lastWord === ".") {
      const qualifier = place.at(-2);
      const name = qualifier
        ? text.slice(start + qualifier.from, start + qualifier.to).replace(/^["`[]|["`\]]$/g, "")
        : "";
      return result(from, ofQualifier(name, [...scope.sources, ...scope.named], tables, engine));
    }
    if (!context.explicit && from === context.pos) {
      return null;
    }
    const tableNames = [
      ...scope.named.map((each) => named(each, engine)),
      ...tables.map((table) => ofTable(table, engine)),
    ];
    if (TABLES_FOLLOW.has(lastWord) || (lastWord === "," && isAmongTables(place, sql))) {
      return result(from, tableNames);
    }
    return result(from, [
      ...scope.sources.flatMap((source) =>
        source.columns.map((column) => ofColumn(column, source.alias, engine)),
      ),
      ...scope.sources.map((source) => named(source, engine, ALIAS)),
      ...tableNames,
      ...functionsOf(engine).map(ofFunction),
      ...(await optionsOf(keywords, context)).map((each) => ({ ...each, boost: KEYWORD })),
    ]);
  };
}

function isAmongTables(place: { from: number; to: number }[], sql: string): boolean {
  const words = place.map(({ from, to }) => sql.slice(from, to).toLowerCase());
  const begins = Math.max(words.lastIndexOf("from"), words.lastIndexOf("join"));
  const ends = ["where", "group", "order", "on", "select", "(", "having"].map((word) =>
    words.lastIndexOf(word),
  );
  return begins > Math.max(...ends);
}

async function optionsOf(
  source: CompletionSource,
  context: CompletionContext,
): Promise<readonly Completion[]> {
  return (await source(context))?.options ?? [];
}

function result(from: number, options: Completion[]): CompletionResult | null {
  const seen = new Set<string>();
  const fresh = options.filter(({ label, detail }) => {
    const key = `${label} ${detail ?? ""}`;
    return !seen.has(key) && seen.add(key);
  });
  return fresh.length > 0 ? { from, options: fresh, validFor: /^[\p{L}\p{N}_$"`]*$/u } : null;
}

function written(name: string, engine: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) ? name : quoteIdentifier(engine, name);
}

function ofQualifier(
  name: string,
  sources: ScopeSource[],
  tables: SchemaTable[],
  engine: string,
): Completion[] {
  const wanted = name.toLowerCase();
  const source =
    sources.find((each) => each.alias.toLowerCase() === wanted) ??
    sources.find((each) => each.of.toLowerCase() === wanted);
  const table = tables.find((each) => each.name.toLowerCase() === wanted);
  const columns = source?.columns ?? table?.columns ?? [];
  return [
    ...columns.map((column) => ofColumn(column, "", engine)),
    ...tables
      .filter((each) => each.schema?.toLowerCase() === wanted)
      .map((each) => ofTable({ ...each, schema: undefined }, engine)),
  ];
}

function ofColumn(column: ScopeColumn, alias: string, engine: string): Completion {
  const type = column.type.toLowerCase();
  return {
    label: column.name,
    apply: written(column.name, engine),
    type: "property",
    detail: alias ? `${type} · ${alias}`.replace(/^ · /, "") : type,
    boost: COLUMN,
  };
}

function ofTable(
  table: Pick<SchemaTable, "name" | "schema" | "columns">,
  engine: string,
): Completion {
  const home = table.schema === undefined || ["main", "public"].includes(table.schema);
  const path = home ? [table.name] : [table.schema ?? "", table.name];
  return {
    label: path.join("."),
    apply: path.map((part) => written(part, engine)).join("."),
    type: "class",
    detail: `${String(table.columns.length)} columns`,
    boost: TABLE,
  };
}

function named(source: ScopeSource, engine: string, boost = TABLE + 5): Completion {
  return {
    label: source.alias,
    apply: written(source.alias, engine),
    type: "variable",
    detail: source.of === source.alias ? "table" : source.of,
    boost,
  };
}

function ofFunction([name, takes, gives]: readonly [string, string, string]): Completion {
  return {
    label: name,
    detail: takes,
    info: gives,
    apply: `${name}(`,
    type: "function",
    boost: FUNCTION,
  };
}
