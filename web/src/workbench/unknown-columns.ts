import type { SchemaTable } from "@/api/types";
import { texts } from "./texts";
import { tokensOf } from "./tokens";

interface Found {
  message: string;
  from: number;
  to: number;
}

/**
 * The columns of a statement that no table has and that nothing in it makes. The engine alone knows
 * for sure, so whatever could be right is let be.
 */
export function unknownColumns(
  sql: string,
  engine: string,
  columns: string[],
  tables: SchemaTable[],
): Found[] {
  const known = new Set(
    tables.flatMap((table) => [table.name, ...table.columns.map(({ name }) => name)]).map(lower),
  );
  if (known.size === 0) {
    return [];
  }
  const tokens = tokensOf(sql, engine);
  const text = (index: number) => {
    const token = tokens[index];
    return token ? lower(sql.slice(token.from, token.to)).replace(/^["`[]|["`\]]$/g, "") : "";
  };
  const places = new Map<string, number[]>();
  tokens.forEach((token, index) => {
    if (token.kind === "word" || token.kind === "name") {
      const name = text(index);
      places.set(name, [...(places.get(name) ?? []), index]);
    }
  });
  return columns.flatMap((column): Found[] => {
    const name = lower(column.split(".").at(-1) ?? column);
    const [only, ...more] = places.get(name) ?? [];
    const token = only === undefined ? undefined : tokens[only];
    // Named twice, it may be an alias; after `AS` or before a bracket it is something else.
    if (known.has(name) || !token || only === undefined || more.length > 0) {
      return [];
    }
    return text(only - 1) === "as" || text(only + 1) === "(" || text(only + 1) === "."
      ? []
      : [{ message: texts.noSuchColumn(column), from: token.from, to: token.to }];
  });
}

function lower(text: string): string {
  return text.toLowerCase();
}
