import type { SchemaTable, SourceDescription, Suggestion } from "@/api/types";

export function spoken(name: string): string {
  return name
    .replace(/[_-]+/g, " ")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();
}

/** A question that any table can answer. */
export function questionAbout(table: SchemaTable): string {
  return `How many ${spoken(table.name)} are there?`;
}

/** Questions from the schema alone, for when the server suggests none. */
export function plainSuggestions(descriptions: SourceDescription[]): Suggestion[] {
  return descriptions
    .flatMap(({ source, tables }) =>
      tables.map((table) => ({ source, question: questionAbout(table) })),
    )
    .slice(0, 6);
}
