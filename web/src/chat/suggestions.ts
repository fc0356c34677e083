import type { SchemaTable, SourceDescription, Suggestion } from "@/api/types";

export function spoken(name: string): string {
  return name
    .replace(/[_-]+/g, " ")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();
}

function plural(noun: string): string {
  if (noun.endsWith("s")) {
    return noun;
  }
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}

/** A question that any table can answer. */
export function questionAbout(table: SchemaTable): string {
  return `How many ${plural(spoken(table.name))} are there?`;
}

/** Questions from the schema alone, for when the server suggests none. */
export function plainSuggestions(descriptions: SourceDescription[]): Suggestion[] {
  return descriptions
    .flatMap(({ source, tables }) =>
      tables.map((table) => ({ source, question: questionAbout(table) })),
    )
    .slice(0, 6);
}
