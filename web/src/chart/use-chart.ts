import { useCallback, useEffect, useRef, useState } from "react";
import { call } from "@/api/client";
import { isAbort } from "@/api/errors";
import type { Column, DrawnRows, Row, SentChart, SentKind } from "@/api/types";

/** The server draws no more rows than these. */
export const MOST_ROWS = 5_000;

/** Rows to draw, and what they are about. */
export interface Charted {
  columns: Column[];
  rows: Row[];
  /** The chart to begin with; the server chooses the best unless given. */
  chart?: SentChart | undefined;
  /** What the rows answer; its words count in the choice. */
  question?: string | undefined;
  title?: string | undefined;
}

/** What to draw instead: a kind, whose columns are chosen anew, or a whole chart. */
export type Wish = { kind: SentKind } | { chart: SentChart };

interface State {
  drawn: DrawnRows | undefined;
  /** The charts before this one, the last of which undo brings back. */
  past: SentChart[];
  error: unknown;
  busy: boolean;
}

const BEGINNING: State = { drawn: undefined, past: [], error: undefined, busy: true };

/** The chart of some rows as the server draws it, and its changes. */
export function useChart(charted: Charted, onChange?: (chart: SentChart) => void) {
  const { columns, rows, chart, question, title } = charted;
  const [state, setState] = useState(BEGINNING);
  const running = useRef<AbortController>(null);

  const draw = useCallback(
    async (
      wish: Partial<{ kind: SentKind; chart: SentChart }>,
      apply: (drawn: DrawnRows) => void,
    ) => {
      running.current?.abort();
      const mine = new AbortController();
      running.current = mine;
      try {
        const sent = rows.slice(0, MOST_ROWS);
        const about = { ...(question && { question }), ...(title && { title }) };
        apply(await call("draw_rows", { columns, rows: sent, ...about, ...wish }, mine.signal));
      } catch (error) {
        if (!isAbort(error)) {
          setState((before) => ({ ...before, error, busy: false }));
        }
      }
    },
    [columns, rows, question, title],
  );

  useEffect(() => {
    void draw({ ...(chart && { chart }) }, (drawn) => {
      setState({ ...BEGINNING, drawn, busy: false });
    });
    return () => running.current?.abort();
  }, [draw, chart]);

  const shown = state.drawn?.chart;

  const change = useCallback(
    (wish: Wish) => {
      setState((before) => ({ ...before, busy: true }));
      void draw({ ...(shown && { chart: shown }), ...wish }, (drawn) => {
        setState(({ past }) => ({
          drawn,
          past: shown ? [...past, shown] : past,
          error: undefined,
          busy: false,
        }));
        if (drawn.chart) {
          onChange?.(drawn.chart);
        }
      });
    },
    [draw, shown, onChange],
  );

  const last = state.past.at(-1);
  const undo = useCallback(() => {
    if (!last) {
      return;
    }
    void draw({ chart: last }, (drawn) => {
      setState(({ past }) => ({ drawn, past: past.slice(0, -1), error: undefined, busy: false }));
      onChange?.(last);
    });
  }, [draw, last, onChange]);

  return { ...state, change, undo: last && undo };
}

export type ChartState = ReturnType<typeof useChart>;
