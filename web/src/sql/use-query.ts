import { useCallback, useEffect, useRef, useState } from "react";
import { call, callForArrow } from "@/api/client";
import { isAbort } from "@/api/errors";
import type { QueryResult } from "@/api/types";
import type { Rows } from "@/grid/rows";

export interface Run {
  state: "idle" | "running" | "done" | "failed";
  /** The text that ran, so that an error keeps pointing at what it was about. */
  sql: string;
  result?: QueryResult;
  /** All rows of the result, where somebody asked for them. */
  all?: Rows;
  /** How many of all rows have come so far. */
  loaded?: number;
  error?: unknown;
}

const IDLE: Run = { state: "idle", sql: "" };

/** Runs one statement at a time on a source; a new run or leaving cancels the old one. */
export function useQuery(source: string) {
  const [run, setRun] = useState<Run>(IDLE);
  const controller = useRef<AbortController>(null);

  const start = useCallback(
    async (sql: string, cursor?: string, earlier?: QueryResult) => {
      controller.current?.abort();
      const mine = new AbortController();
      controller.current = mine;
      setRun({ state: "running", sql, ...(earlier && { result: earlier }) });
      try {
        const result = await call("query", { source, sql, ...(cursor && { cursor }) }, mine.signal);
        const rows = earlier ? [...earlier.rows, ...result.rows] : result.rows;
        setRun({ state: "done", sql, result: { ...result, rows } });
      } catch (error) {
        if (controller.current === mine) {
          setRun(isAbort(error) ? IDLE : { state: "failed", sql, error });
        }
      }
    },
    [source],
  );

  const loadAll = useCallback(async () => {
    const { sql, result } = run;
    if (!result) {
      return;
    }
    controller.current?.abort();
    const mine = new AbortController();
    controller.current = mine;
    const before: Run = { state: "done", sql, result };
    setRun({ ...before, state: "running", loaded: 0 });
    try {
      const [{ readArrow }, stream] = await Promise.all([
        import("@/grid/arrow-rows"),
        callForArrow("query", { source, sql }, mine.signal),
      ]);
      const all = await readArrow(stream, result.columns, (loaded) => {
        if (controller.current === mine) {
          setRun({ ...before, state: "running", loaded });
        }
      });
      setRun({ ...before, all });
    } catch (error) {
      if (controller.current === mine) {
        setRun(isAbort(error) ? before : { ...before, state: "failed", error });
      }
    }
  }, [source, run]);

  const stop = useCallback(() => {
    controller.current?.abort();
  }, []);

  useEffect(() => stop, [stop]);

  const more = useCallback(() => {
    if (run.result?.cursor) {
      void start(run.sql, run.result.cursor, run.result);
    }
  }, [run, start]);

  return { run, start, stop, more, loadAll };
}
