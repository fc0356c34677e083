import { Play, RotateCcw, Square, SquareTerminal } from "lucide-react";
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from "react";
import { Button } from "@/ui/button";
import { CopyButton } from "@/ui/copy-button";
import { modifierKey } from "@/ui/modifier-key";
import { useCompletions } from "@/schema/catalog";
import { textAddress } from "@/workbench/address";
import { markOf } from "./position";
import { QueryError } from "./QueryError";
import { SqlAdvice } from "./SqlAdvice";
import { QueryRows } from "./QueryRows";
import { texts } from "./texts";
import { useQuery } from "./use-query";

const SqlEditor = lazy(() => import("./SqlEditor"));

interface SqlPanelProps {
  source: string;
  initial: string;
  /** Runs once when shown, as a preview does. */
  runAtOnce?: boolean;
  /** Puts the cursor into the statement at once. */
  focused?: boolean;
}

/** A statement that can be read, changed, and run in place, with its rows below. */
export function SqlPanel({ source, initial, runAtOnce = false, focused = false }: SqlPanelProps) {
  const [text, setText] = useState(initial);
  const { run, start, stop, more, loadAll } = useQuery(source);
  const { engine, completions } = useCompletions(source);
  const running = run.state === "running";

  const runNow = useCallback(() => {
    if (text.trim() !== "") {
      void start(text);
    }
  }, [start, text]);

  useEffect(() => {
    if (runAtOnce) {
      void start(initial);
    }
  }, [runAtOnce, initial, start]);

  const mark = useMemo(
    () => (run.state === "failed" && run.sql === text ? markOf(run.error, text) : undefined),
    [run, text],
  );

  return (
    <div className="flex flex-col gap-3">
      <div className="overflow-hidden rounded-lg border bg-surface focus-within:border-accent">
        <Suspense
          fallback={
            <pre className="overflow-x-auto px-4 py-2.5 font-mono text-[13px] leading-relaxed whitespace-pre-wrap">
              {text}
            </pre>
          }
        >
          <SqlEditor
            value={text}
            engine={engine}
            completions={completions}
            mark={mark}
            focused={focused}
            onChange={setText}
            onRun={runNow}
          />
        </Suspense>
        <div className="flex flex-wrap items-center gap-1 border-t bg-sunken/60 px-2 py-1.5">
          {running ? (
            <Button size="small" variant="outline" onClick={stop}>
              <Square /> {texts.stop}
            </Button>
          ) : (
            <Button size="small" onClick={runNow} disabled={text.trim() === ""}>
              <Play /> {texts.run}
            </Button>
          )}
          <kbd className="ml-1 hidden font-mono text-[11px] text-muted sm:inline">
            {modifierKey} ↵
          </kbd>
          <span className="ml-auto flex items-center">
            {text !== initial && (
              <Button
                variant="ghost"
                size="small"
                onClick={() => {
                  setText(initial);
                }}
              >
                <RotateCcw /> {texts.undoEdits}
              </Button>
            )}
            <Button variant="ghost" size="small" asChild>
              <a href={textAddress(source, text)}>
                <SquareTerminal /> {texts.openInWorkbench}
              </a>
            </Button>
            <CopyButton label={texts.copy} text={() => text} />
          </span>
        </div>
      </div>
      {run.state === "failed" && <QueryError error={run.error} sql={run.sql} />}
      <SqlAdvice
        source={source}
        sql={text}
        failed={run.state === "failed" && run.sql === text}
        onUse={setText}
      />
      {(run.result ?? running) && (
        <QueryRows run={run} onMore={more} onAll={() => void loadAll()} />
      )}
    </div>
  );
}
