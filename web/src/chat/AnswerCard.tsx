import { CircleHelp } from "lucide-react";
import type { Answer, Planner } from "@/api/types";
import { DataTable } from "@/table/DataTable";
import { Button } from "@/ui/button";
import { Disclosure } from "@/ui/disclosure";
import { AnswerActions } from "./AnswerActions";
import { AnswerChart } from "./AnswerChart";
import { AnswerHead } from "./AnswerHead";
import { AnswerSql } from "./AnswerSql";
import type { Reference } from "./chat-store";
import { Feedback } from "./Feedback";
import { Filters } from "./Filters";
import { FurtherLook } from "./FurtherLook";
import { OpenQuestion } from "./OpenQuestion";
import { PlannerMenu } from "./PlannerMenu";
import { RestsOn } from "./RestsOn";
import { StepTrail } from "./Steps";
import { texts } from "./texts";

interface AnswerCardProps {
  answer: Answer;
  askedAt: string;
  busy: boolean;
  /** Whether nothing was asked after it, so that it can be changed. */
  last: boolean;
  /** Who can answer the same question again. */
  planners?: readonly Planner[];
  onAsk?: (question: string, reference?: Reference) => void;
}

// As the server reads it, whatever the language of the page.
const WHY = "Why?";
const NOBODY: readonly Planner[] = [];
const nothing = () => undefined;

function understoodHint(answer: Answer): string {
  return answer.understood.map((each) => each.words).join(", ");
}

/** One answer with everything that it stands on. */
export function AnswerCard(props: AnswerCardProps) {
  const { answer, askedAt, busy, last, planners = NOBODY, onAsk = nothing } = props;
  const answered = answer.status === "answered";
  const explains = answered && answer.columns.length === 0;
  const anew = last && (
    <PlannerMenu
      planners={planners}
      planned={answer.trust.planner}
      disabled={busy}
      onChoose={(planner, fresh) => {
        onAsk(answer.question, { planner, ...(fresh && { fresh }) });
      }}
    />
  );
  const number = answer.chart?.kind === "number" && answer.rows.length > 0;
  return (
    <div
      data-status={answer.status}
      className="animate-rise divide-y rounded-xl border bg-surface shadow-card"
    >
      {answered ? (
        <div className="space-y-5 px-4 py-5 sm:px-5">
          <AnswerHead answer={answer} {...(last && { action: texts.actions.export })}>
            {anew}
            {last && !explains && (
              <Button
                variant="ghost"
                size="small"
                disabled={busy}
                onClick={() => {
                  onAsk(WHY);
                }}
              >
                <CircleHelp /> {texts.why}
              </Button>
            )}
          </AnswerHead>
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
          otherwise={anew}
          onChoose={(choice, question) => {
            onAsk(question, { choice });
          }}
        />
      )}
      {last && answer.sql && answer.source && (
        <AnswerActions source={answer.source} sql={answer.sql} />
      )}
      <AnswerSql answer={answer} />
      {answered && !explains && <FurtherLook answer={answer} />}
      <Disclosure title={texts.restsOn} hint={understoodHint(answer)}>
        <RestsOn answer={answer} askedAt={askedAt} />
      </Disclosure>
      <StepTrail answer={answer} />
      {!explains && answer.status !== "clarify" && <Feedback answer={answer} />}
    </div>
  );
}
