import type { ReactNode } from "react";
import type { Answer } from "@/api/types";
import { ExportButton } from "@/export/ExportButton";
import { fileName } from "@/export/formats";
import { TrustBadge } from "./TrustBadge";

interface AnswerHeadProps {
  answer: Answer;
  /** What else can be done with the answer. */
  children?: ReactNode;
  /** What the palette calls the export; without, it is not there. */
  action?: string;
}

/** What the answer says in words, the way out for its rows, and how far it can be trusted. */
export function AnswerHead({ answer, children, action }: AnswerHeadProps) {
  const { columns, sql, source, question, paraphrase, trust } = answer;
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
      <p className="max-w-prose flex-1 basis-72 text-base" data-testid="paraphrase">
        {paraphrase}
      </p>
      <div className="-ml-2.5 flex flex-wrap items-center gap-1 sm:ml-0">
        {children}
        {columns.length > 0 && sql && source && (
          <div data-tour="share">
            <ExportButton
              {...(action && { action })}
              what={{ source, sql, name: fileName(question) }}
            />
          </div>
        )}
        <TrustBadge trust={trust} />
      </div>
    </div>
  );
}
