import type { SchemaColumn, SchemaTable } from "@/api/types";

export interface Match {
  table: SchemaTable;
  columns: SchemaColumn[];
  /** The filter matched inside, so the table is shown open. */
  open: boolean;
}

/** The tables whose name, or a column's, holds every word of the filter. */
export function filterTables(tables: SchemaTable[], filter: string): Match[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) {
    return tables.map((table) => ({ table, columns: table.columns, open: false }));
  }
  const holds = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  return tables.flatMap((table): Match[] => {
    if (holds(table.name)) {
      return [{ table, columns: table.columns, open: false }];
    }
    const columns = table.columns.filter((column) => holds(`${table.name} ${column.name}`));
    return columns.length > 0 ? [{ table, columns, open: true }] : [];
  });
}
