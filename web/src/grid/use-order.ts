import { useEffect, useState } from "react";
import { isAbort } from "@/api/errors";
import type { Sorting } from "@/table/sort";
import { matching, sorted } from "./order";
import { picked, type Rows } from "./rows";

/** The rows as somebody filtered and sorted them; those before stay until these are there. */
export function useOrder(
  rows: Rows,
  filter: string,
  sorting: Sorting | undefined,
): { shown: Rows; busy: boolean } {
  const plain = filter === "" && sorting === undefined;
  const [made, setMade] = useState<{ of: Rows; key: string; rows: Rows }>();
  const key = JSON.stringify([filter, sorting]);

  useEffect(() => {
    if (plain) {
      return undefined;
    }
    const controller = new AbortController();
    orderOf(rows, filter, sorting, controller.signal).then(
      (order) => {
        setMade({ of: rows, key, rows: picked(rows, order) });
      },
      (failure: unknown) => {
        if (!isAbort(failure)) {
          throw failure;
        }
      },
    );
    return () => {
      controller.abort();
    };
  }, [plain, rows, filter, sorting, key]);

  if (plain) {
    return { shown: rows, busy: false };
  }
  const current = made?.of === rows;
  return { shown: current ? made.rows : rows, busy: !current || made.key !== key };
}

async function orderOf(
  rows: Rows,
  filter: string,
  sorting: Sorting | undefined,
  signal: AbortSignal,
): Promise<Uint32Array> {
  const found =
    filter === ""
      ? Uint32Array.from({ length: rows.count }, (_, row) => row)
      : await matching(rows, filter, signal);
  return sorting ? sorted(rows, found, sorting, signal) : found;
}
