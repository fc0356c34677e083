/** A cell by the numbers of its row and column. */
export interface CellPlace {
  row: number;
  column: number;
}

interface Key {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
}

/** Where a key moves the choice, as the grid pattern of WAI-ARIA has it; undefined for other keys. */
export function moved(
  from: CellPlace | undefined,
  { key, ctrlKey, metaKey }: Key,
  rows: number,
  columns: number,
  page: number,
): CellPlace | undefined {
  const { row, column } = from ?? { row: -1, column: 0 };
  const far = ctrlKey || metaKey;
  const steps: Record<string, CellPlace> = {
    ArrowDown: { row: row + 1, column },
    ArrowUp: { row: row - 1, column },
    ArrowRight: { row: Math.max(0, row), column: column + 1 },
    ArrowLeft: { row: Math.max(0, row), column: column - 1 },
    PageDown: { row: row + page, column },
    PageUp: { row: row - page, column },
    Home: { row: far ? 0 : Math.max(0, row), column: 0 },
    End: { row: far ? rows - 1 : Math.max(0, row), column: columns - 1 },
  };
  const to = Object.hasOwn(steps, key) ? steps[key] : undefined;
  return (
    to && {
      row: Math.max(0, Math.min(rows - 1, to.row)),
      column: Math.max(0, Math.min(columns - 1, to.column)),
    }
  );
}
