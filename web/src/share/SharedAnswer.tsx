import type { Answer } from "@/api/types";
import { ChartStudio } from "@/chart/ChartStudio";
import { RestsOn } from "@/chat/RestsOn";
import { TrustBadge } from "@/chat/TrustBadge";
import { ExportButton } from "@/export/ExportButton";
import { fileName } from "@/export/formats";
import { SqlPanel } from "@/sql/SqlPanel";
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
        <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
          <p className="max-w-prose flex-1 basis-72 text-base" data-testid="paraphrase">
            {answer.paraphrase}
          </p>
          <div className="flex items-center gap-1">
            {answer.sql && answer.source && (
              <ExportButton
                what={{
                  source: answer.source,
                  sql: answer.sql,
                  name: fileName(answer.question),
                }}
              />
            )}
            <TrustBadge trust={answer.trust} />
          </div>
        </div>
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
      {answer.sql && answer.source && (
        <Disclosure
          title={texts.sql}
          hint={<code className="font-mono text-xs">{answer.sql.replace(/\s+/g, " ")}</code>}
        >
          <SqlPanel source={answer.source} initial={answer.sql} />
        </Disclosure>
      )}
      <Disclosure title={texts.restsOn}>
        <RestsOn answer={answer} askedAt={askedAt} />
      </Disclosure>
    </div>
  );
}
