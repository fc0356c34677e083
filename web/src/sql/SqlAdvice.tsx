import { MessageSquareText, Wrench } from "lucide-react";
import { useState } from "react";
import { call } from "@/api/client";
import type { Explanation, Fixes } from "@/api/types";
import { Button } from "@/ui/button";
import { ErrorNotice } from "@/ui/error-notice";
import { texts } from "./texts";

interface SqlAdviceProps {
  source: string;
  sql: string;
  /** Whether the statement, as it is, failed. */
  failed: boolean;
  onUse: (sql: string) => void;
}

type Advice =
  | { kind: "words"; sql: string; words: Explanation }
  | { kind: "fixes"; sql: string; fixes: Fixes }
  | { kind: "failed"; sql: string; error: unknown };

/** A statement said in words, and corrections of one that failed. */
export function SqlAdvice({ source, sql, failed, onUse }: SqlAdviceProps) {
  const [advice, setAdvice] = useState<Advice>();
  const [busy, setBusy] = useState(false);
  const current = advice?.sql === sql ? advice : undefined;

  function ask(load: () => Promise<Advice>) {
    setBusy(true);
    void load()
      .catch((error: unknown): Advice => ({ kind: "failed", sql, error }))
      .then(setAdvice)
      .finally(() => {
        setBusy(false);
      });
  }

  return (
    <div className="space-y-3">
      <div className="flex flex-wrap gap-1">
        <Button
          variant="ghost"
          size="small"
          disabled={busy || sql.trim() === ""}
          onClick={() => {
            ask(async () => ({
              kind: "words",
              sql,
              words: await call("explain_sql", { source, sql }),
            }));
          }}
        >
          <MessageSquareText /> {texts.explain}
        </Button>
        {failed && (
          <Button
            variant="outline"
            size="small"
            disabled={busy}
            onClick={() => {
              ask(async () => ({
                kind: "fixes",
                sql,
                fixes: await call("fix_sql", { source, sql }),
              }));
            }}
          >
            <Wrench /> {texts.fix}
          </Button>
        )}
      </div>
      <div aria-live="polite">
        {current?.kind === "failed" && <ErrorNotice error={current.error} />}
        {current?.kind === "words" && <Words words={current.words} />}
        {current?.kind === "fixes" && <FixList fixes={current.fixes} onUse={onUse} />}
      </div>
    </div>
  );
}

function Words({ words }: { words: Explanation }) {
  return (
    <div className="rounded-lg border bg-sunken/60 px-4 py-3 text-sm" data-testid="sql-in-words">
      {words.steps.length === 0 && <p className="max-w-prose text-muted">{words.explanation}</p>}
      {words.steps.map((step, index) => (
        <section key={index} className="not-first:mt-3">
          {words.steps.length > 1 && (
            <h4 className="text-xs font-medium text-muted">{step.name}</h4>
          )}
          <ol className="list-decimal space-y-0.5 pl-5 marker:text-muted">
            {step.does.map((line, at) => (
              <li key={at} className="max-w-prose">
                {line}
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function FixList({ fixes, onUse }: { fixes: Fixes; onUse: (sql: string) => void }) {
  return (
    <div className="space-y-3 text-sm" data-testid="sql-fixes">
      <p className="max-w-prose text-muted">{fixes.explanation}</p>
      {fixes.fixes.map((fix) => (
        <div key={fix.sql} className="rounded-lg border px-4 py-3">
          <div className="flex flex-wrap items-start justify-between gap-2">
            <p className="font-medium">{fix.changes.join("; ")}</p>
            <Button
              size="small"
              onClick={() => {
                onUse(fix.sql);
              }}
            >
              {texts.use}
            </Button>
          </div>
          <pre className="mt-2 overflow-x-auto font-mono text-[13px] whitespace-pre-wrap">
            {fix.diff.split("\n").map((line, index) => (
              <span
                key={index}
                className={line.startsWith("+") ? "block text-accent" : "block text-muted"}
              >
                {line}
              </span>
            ))}
          </pre>
        </div>
      ))}
    </div>
  );
}
