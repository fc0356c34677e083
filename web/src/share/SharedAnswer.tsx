import type { Answer } from "@/api/types";
import { ChartStudio } from "@/chart/ChartStudio";
import { AnswerHead } from "@/chat/AnswerHead";
import { AnswerSql } from "@/chat/AnswerSql";
import { RestsOn } from "@/chat/RestsOn";
import { DataTable } from "@/table/DataTable";
import { Disclosure } from "@/ui/disclosure";
import { texts } from "./texts";

interface SharedAnswerProps {
  answer: Answer;
  askedAt: string;
}

/** An answer to look at: its filters stand, but are not to be changed here. */
export function SharedAnswer({ answer, askedAt }: SharedAnswerProps) {
  const number = answer.chart?.kind === "number" && answer.rows.length > 0;
  return (
    <div
      data-status={answer.status}
      className="animate-rise divide-y rounded-xl border bg-surface shadow-card"
    >
      <div className="space-y-5 px-4 py-5 sm:px-5">
        <AnswerHead answer={answer} />
        {answer.filters.length > 0 && (
          <ul className="flex flex-wrap gap-1.5" aria-label={texts.filters}>
            {answer.filters.map((chip) => (
              <li key={chip.id} className="rounded-full border px-3 py-1 text-[13px]">
                {chip.label}
              </li>
            ))}
          </ul>
        )}
        {answer.chart && (
          <ChartStudio
            chart={answer.chart}
            columns={answer.columns}
            rows={answer.rows}
            heading={answer.paraphrase}
          />
        )}
        {!number && (
          <DataTable
            caption={answer.paraphrase ?? answer.question}
            columns={answer.columns}
            rows={answer.rows}
            truncated={answer.truncated}
          />
        )}
      </div>
      <AnswerSql answer={answer} />
      <Disclosure title={texts.restsOn}>
        <RestsOn answer={answer} askedAt={askedAt} />
      </Disclosure>
    </div>
  );
}
