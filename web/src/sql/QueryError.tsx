import { CircleAlert } from "lucide-react";
import { messageOf, nextStep } from "@/api/errors";
import { excerpt, markOf } from "./position";
import { texts } from "./texts";

interface QueryErrorProps {
  error: unknown;
  sql: string;
  /** The line on which the statement begins, where it stands among others. */
  line?: number;
}

/** Why a statement failed, with the line that it failed at. */
export function QueryError({ error, sql, line = 1 }: QueryErrorProps) {
  const mark = markOf(error, sql);
  const parts = mark && excerpt(mark, sql);
  const step = nextStep(error);
  return (
    <div role="alert" className="flex gap-3 rounded-lg bg-danger-soft px-4 py-3 text-sm">
      <CircleAlert className="mt-0.5 size-4 shrink-0 text-danger" aria-hidden="true" />
      <div className="min-w-0 flex-1">
        <p className="font-medium break-words text-danger">{messageOf(error)}</p>
        {mark && parts ? (
          <>
            <p className="mt-1 text-muted">{texts.place(mark.line + line - 1, mark.column)}</p>
            <pre className="mt-1 overflow-x-auto font-mono text-[13px] whitespace-pre">
              {parts[0]}
              <mark className="rounded-sm bg-transparent text-danger underline decoration-wavy underline-offset-4">
                {parts[1] || " "}
              </mark>
              {parts[2]}
            </pre>
          </>
        ) : (
          step && <p className="mt-0.5 text-muted">{step}</p>
        )}
      </div>
    </div>
  );
}
