import { ChartColumn, Diff, Table2 } from "lucide-react";
import { useMemo, useState } from "react";
import { ExportButton } from "@/export/ExportButton";
import { MoreRows } from "@/grid/MoreRows";
import { RowsView } from "@/grid/RowsView";
import { rowsOf } from "@/grid/rows";
import { common } from "@/language/texts";
import { QueryError } from "@/sql/QueryError";
import { SqlAdvice } from "@/sql/SqlAdvice";
import { markOf } from "@/sql/position";
import { Button } from "@/ui/button";
import { Skeleton } from "@/ui/skeleton";
import { QuickChart } from "./QuickChart";
import type { RowsSheet, Sheet } from "./sheets";
import { texts } from "./texts";
import { benches } from "./use-bench";

interface RowsPaneProps {
  tab: string;
  sheet: RowsSheet;
  at: number;
  onGoTo: (position: number) => void;
  onUse: (sheet: Sheet, sql: string) => void;
}

/** What one statement gave: rows, or why there are none. */
export function RowsPane({ tab, sheet, at, onGoTo, onUse }: RowsPaneProps) {
  const { state, result, error, sql, source } = sheet;
  if (state === "failed" && !result) {
    const mark = markOf(error, sql);
    return (
      <div className="space-y-3">
        <QueryError error={error} sql={sql} line={sheet.line} />
        {mark && (
          <Button
            variant="outline"
            size="small"
            onClick={() => {
              onGoTo(sheet.from + mark.from);
            }}
          >
            {texts.goTo}
          </Button>
        )}
        <SqlAdvice
          source={source}
          sql={sql}
          failed
          onUse={(fixed) => {
            onUse(sheet, fixed);
          }}
        />
      </div>
    );
  }
  if (!result) {
    return state === "running" ? (
      <Skeleton className="h-32" />
    ) : (
      <p className="py-6 text-center text-sm text-muted">{standing(state)}</p>
    );
  }
  return <Rows tab={tab} sheet={{ ...sheet, result }} at={at} />;
}

function standing(state: RowsSheet["state"]): string {
  return state === "waiting" ? texts.waiting : state === "skipped" ? texts.skipped : texts.stopped;
}

function Rows({
  tab,
  sheet,
  at,
}: Omit<RowsPaneProps, "onGoTo" | "onUse" | "sheet"> & {
  sheet: RowsSheet & { result: NonNullable<RowsSheet["result"]> };
}) {
  const { result, all, loaded, state, error } = sheet;
  const [drawn, setDrawn] = useState(false);
  const rows = useMemo(() => all ?? rowsOf(result.columns, result.rows), [all, result]);
  const running = state === "running";
  const tools = (
    <>
      {rows.count > 0 && (
        <Button
          variant="ghost"
          size="small"
          aria-pressed={drawn}
          onClick={() => {
            setDrawn(!drawn);
          }}
        >
          {drawn ? <Table2 /> : <ChartColumn />}
          <span className="max-sm:sr-only">{drawn ? texts.showRows : texts.chart}</span>
        </Button>
      )}
      <Button
        variant="ghost"
        size="small"
        onClick={() => {
          benches.compare(tab);
        }}
      >
        <Diff /> <span className="max-sm:sr-only">{texts.compare}</span>
      </Button>
      <ExportButton
        what={{
          source: sheet.source,
          sql: sheet.sql,
          name: "result",
          ...(sheet.parameters && { parameters: sheet.parameters }),
        }}
      />
    </>
  );
  const more = result.cursor && !all && (
    <MoreRows
      busy={running}
      loaded={loaded}
      onMore={() => void benches.more(tab, sheet)}
      onAll={() => void benches.loadAll(tab, sheet)}
    />
  );
  return (
    <div aria-busy={running} className="flex min-h-0 flex-1 flex-col gap-2">
      {state === "failed" && <QueryError error={error} sql={sheet.sql} line={sheet.line} />}
      {drawn ? (
        <div className="flex min-h-0 flex-1 flex-col gap-2">
          <QuickChart sheet={sheet} />
          <div className="flex justify-end gap-1">{tools}</div>
        </div>
      ) : (
        <RowsView
          caption={texts.rowsOf(at)}
          rows={rows}
          truncated={!all && result.truncated}
          note={common.timing(result.statistics)}
          fills
          tools={tools}
          more={more}
        />
      )}
    </div>
  );
}
