import { useEffect, useState } from "react";
import { SquareArrowOutUpRight } from "lucide-react";
import { call } from "@/api/client";
import { isAbort } from "@/api/errors";
import type { DebugStep, QueryResult } from "@/api/types";
import { RowsView } from "@/grid/RowsView";
import { rowsOf } from "@/grid/rows";
import { common } from "@/language/texts";
import { QueryError } from "@/sql/QueryError";
import { Button } from "@/ui/button";
import { cn } from "@/ui/cn";
import { ErrorNotice } from "@/ui/error-notice";
import { Skeleton } from "@/ui/skeleton";
import type { Parameters, StepsSheet } from "./sheets";
import { texts } from "./texts";

const MOST_ROWS = 200;

interface StepsPaneProps {
  sheet: StepsSheet;
  onOpen: (sql: string) => void;
}

/** The parts of a statement with their rows, as a debugger has them. */
export function StepsPane({ sheet, onOpen }: StepsPaneProps) {
  const [chosen, setChosen] = useState<number>();
  if (sheet.state === "failed") {
    return <QueryError error={sheet.error} sql={sheet.sql} line={sheet.line} />;
  }
  if (!sheet.steps) {
    return sheet.state === "running" ? (
      <Skeleton className="h-40" />
    ) : (
      <p className="py-6 text-center text-sm text-muted">{texts.stopped}</p>
    );
  }
  const { steps, one_snapshot: whole, cut } = sheet.steps;
  const most = Math.max(1, ...steps.map(({ rows }) => rows ?? 0));
  const step = chosen === undefined ? undefined : steps[chosen];
  return (
    <div className="space-y-3" data-testid="steps">
      <p className="text-[13px] text-muted">
        {texts.debugHint}
        {cut && ` ${texts.cut}`}
        {!whole && ` ${texts.notOneSnapshot}`}
      </p>
      <ol className="space-y-0.5">
        {steps.map((each, at) => (
          <Step
            key={at}
            step={each}
            before={steps[at - 1]}
            most={most}
            chosen={at === chosen}
            onChoose={() => {
              setChosen(at === chosen ? undefined : at);
            }}
          />
        ))}
      </ol>
      {step && (
        <StepRows
          key={chosen}
          source={sheet.source}
          step={step}
          onOpen={() => {
            onOpen(step.sql);
          }}
        />
      )}
    </div>
  );
}

function labelOf({ kind, label }: DebugStep): string {
  if (kind === "result") {
    return texts.whole;
  }
  if (kind === "branch") {
    return texts.branch;
  }
  return label.replace(/^(FROM|WHERE|JOIN)\s+/i, "");
}

/** By what a join multiplied the rows, or a condition shrank them. */
function factorOf(step: DebugStep, before: DebugStep | undefined): number | undefined {
  const follows = step.kind === "join" || step.kind === "where";
  return follows && before?.depth === step.depth && before.rows && step.rows !== undefined
    ? step.rows / before.rows
    : undefined;
}

interface StepProps {
  step: DebugStep;
  before: DebugStep | undefined;
  most: number;
  chosen: boolean;
  onChoose: () => void;
}

function Step({ step, before, most, chosen, onChoose }: StepProps) {
  const { rows, depth, kind, error } = step;
  const factor = factorOf(step, before);
  const grows = kind === "join" && factor !== undefined && factor > 1;
  return (
    <li style={{ paddingLeft: `${String(Math.min(depth, 6) * 1.25)}rem` }}>
      <button
        type="button"
        aria-pressed={chosen}
        title={step.sql}
        className={cn(
          "flex w-full items-center gap-3 rounded-md px-2 py-1.5 text-left text-sm",
          chosen ? "bg-accent-soft" : "hover:bg-hover",
        )}
        onClick={onChoose}
      >
        <span className="w-18 shrink-0 text-[11px] font-medium text-muted uppercase">
          {texts.kinds[kind]}
        </span>
        <span className="min-w-0 flex-1 truncate font-mono text-xs">{labelOf(step)}</span>
        {error && (
          <span className="shrink-0 text-xs text-warning">
            {kind === "result" ? texts.failed : texts.notAlone}
          </span>
        )}
        {factor !== undefined && factor !== 1 && (
          <span
            className={cn(
              "shrink-0 text-xs tabular-nums",
              grows || rows === 0 ? "font-medium text-warning" : "text-muted",
            )}
          >
            {texts.times(factor)}
          </span>
        )}
        {rows !== undefined && (
          <span className="w-28 shrink-0 text-right text-xs text-muted tabular-nums">
            {texts.countOf(rows)}
            <span aria-hidden="true" className="mt-1 block h-1 rounded-full bg-hover">
              <span
                className="block h-full rounded-full bg-accent/70"
                style={{ width: `${String((100 * rows) / most)}%` }}
              />
            </span>
          </span>
        )}
      </button>
    </li>
  );
}

interface StepRowsProps {
  source: string;
  step: DebugStep;
  onOpen: () => void;
}

function StepRows({ source, step, onOpen }: StepRowsProps) {
  const [result, setResult] = useState<QueryResult>();
  const [error, setError] = useState<unknown>();
  const { sql, parameters } = step;

  useEffect(() => {
    const controller = new AbortController();
    const values = parameters as Parameters | undefined;
    call(
      "query",
      { source, sql, limit: MOST_ROWS, ...(values && { parameters: values }) },
      controller.signal,
    ).then(setResult, (failure: unknown) => {
      if (!isAbort(failure)) {
        setError(failure);
      }
    });
    return () => {
      controller.abort();
    };
  }, [source, sql, parameters]);

  return (
    <div className="space-y-2 rounded-lg border p-3">
      <div className="flex items-start justify-between gap-2">
        <pre className="max-h-32 min-w-0 flex-1 overflow-y-auto font-mono text-xs break-words whitespace-pre-wrap">
          {sql}
        </pre>
        <Button variant="ghost" size="small" onClick={onOpen}>
          <SquareArrowOutUpRight /> {texts.openStep}
        </Button>
      </div>
      {error !== undefined && <ErrorNotice error={error} />}
      {!result && error === undefined && <Skeleton className="h-24" />}
      {result && (
        <RowsView
          caption={texts.stepRows}
          rows={rowsOf(result.columns, result.rows)}
          truncated={result.truncated}
          note={common.timing(result.statistics)}
        />
      )}
    </div>
  );
}
