import { CircleHelp } from "lucide-react";
import type { Answer } from "@/api/types";
import { ExportButton } from "@/export/ExportButton";
import { fileName } from "@/export/formats";
import { SqlPanel } from "@/sql/SqlPanel";
import { DataTable } from "@/table/DataTable";
import { Button } from "@/ui/button";
import { Disclosure } from "@/ui/disclosure";
import { AnswerChart } from "./AnswerChart";
import { Feedback } from "./Feedback";
import { Filters } from "./Filters";
import { FurtherLook } from "./FurtherLook";
import { OpenQuestion } from "./OpenQuestion";
import { RestsOn } from "./RestsOn";
import { StepTrail } from "./Steps";
import { TrustBadge } from "./TrustBadge";
import type { Reference } from "./use-chat";

interface AnswerCardProps {
  answer: Answer;
  askedAt: string;
  busy: boolean;
  /** Whether nothing was asked after it, so that it can be changed. */
  last: boolean;
  onAsk: (question: string, reference?: Reference) => void;
}

function understoodHint(answer: Answer): string {
  return answer.understood.map((each) => each.words).join(", ");
}

/** One answer with everything that it stands on. */
export function AnswerCard({ answer, askedAt, busy, last, onAsk }: AnswerCardProps) {
  const answered = answer.status === "answered";
  const explains = answered && answer.columns.length === 0;
  const number = answer.chart?.kind === "number" && answer.rows.length > 0;
  return (
    <div
      data-status={answer.status}
      className="animate-rise divide-y rounded-xl border bg-surface shadow-card"
    >
      {answered ? (
        <div className="space-y-5 px-4 py-5 sm:px-5">
          <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
            <p className="max-w-prose flex-1 basis-72 text-base" data-testid="paraphrase">
              {answer.paraphrase}
            </p>
            <div className="flex items-center gap-1">
              {last && !explains && (
                <Button
                  variant="ghost"
                  size="small"
                  disabled={busy}
                  onClick={() => {
                    onAsk("Why?");
                  }}
                >
                  <CircleHelp /> Why?
                </Button>
              )}
              {!explains && answer.sql && answer.source && (
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
          {explains && (
            <ul className="list-disc space-y-1 pl-5 text-sm marker:text-border-strong">
              {answer.explanation.split("\n").map((reason, index) => (
                <li key={index}>{reason}</li>
              ))}
            </ul>
          )}
          <Filters
            answer={answer}
            disabled={busy || !last}
            onEdit={(edit, words) => {
              onAsk(words, { edit });
            }}
          />
          {answer.chart && <AnswerChart answer={answer} chart={answer.chart} />}
          {!number && !explains && (
            <DataTable
              caption={answer.paraphrase ?? answer.question}
              columns={answer.columns}
              rows={answer.rows}
              truncated={answer.truncated}
            />
          )}
        </div>
      ) : (
        <OpenQuestion
          answer={answer}
          disabled={busy || !last}
          onChoose={(choice, question) => {
            onAsk(question, { choice });
          }}
        />
      )}
      {answer.sql && answer.source && (
        <Disclosure
          title="SQL"
          hint={<code className="font-mono text-xs">{answer.sql.replace(/\s+/g, " ")}</code>}
        >
          <SqlPanel source={answer.source} initial={answer.sql} />
        </Disclosure>
      )}
      {answered && !explains && <FurtherLook answer={answer} />}
      <Disclosure title="What this rests on" hint={understoodHint(answer)}>
        <RestsOn answer={answer} askedAt={askedAt} />
      </Disclosure>
      <StepTrail answer={answer} />
      {!explains && answer.status !== "clarify" && <Feedback answer={answer} />}
    </div>
  );
}
