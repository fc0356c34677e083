import { Pencil, RotateCw } from "lucide-react";
import { memo, useEffect, useRef } from "react";
import type { Planner } from "@/api/types";
import { Button } from "@/ui/button";
import { Disclosure } from "@/ui/disclosure";
import { ErrorBoundary } from "@/ui/error-boundary";
import { ErrorNotice } from "@/ui/error-notice";
import { AnswerCard } from "./AnswerCard";
import type { Reference } from "./chat-store";
import { plannerName } from "./planner-name";
import { LiveSteps } from "./Steps";
import { texts } from "./texts";
import type { Turn } from "./turns";
import { plannerOf, VersionNote } from "./VersionNote";

const NONE: readonly Planner[] = [];

interface TurnViewProps {
  turn: Turn;
  /** What other planners answered to the same question before. */
  earlier: readonly Turn[];
  /** Who can answer it again. */
  planners: readonly Planner[];
  busy: boolean;
  last: boolean;
  onAsk: (question: string, source?: string, reference?: Reference) => void;
  onRetry: (turn: Turn) => void;
  onEdit: (turn: Turn) => void;
}

/** The question, with the words marked that were not understood. */
function Marked({ text, words }: { text: string; words: string[] }) {
  const parts = text.split(/([\p{L}\p{N}]+)/u);
  return parts.map((part, index) =>
    words.includes(part) ? (
      <mark
        key={index}
        className="bg-transparent text-warning underline decoration-wavy decoration-from-font underline-offset-4"
      >
        {part}
      </mark>
    ) : (
      part
    ),
  );
}

function TurnViewBare(props: TurnViewProps) {
  const { turn, earlier, planners, busy, last, onAsk, onRetry, onEdit } = props;
  const element = useRef<HTMLElement>(null);
  const fresh = turn.state === "asking";
  const before = earlier.at(-1);

  useEffect(() => {
    if (fresh) {
      element.current?.scrollIntoView({ block: "start", behavior: "smooth" });
    }
  }, [fresh]);

  return (
    <article
      ref={element}
      aria-label={turn.question}
      data-turn={turn.state}
      className="scroll-mt-4 space-y-3 last:min-h-[calc(100dvh-11rem)]"
    >
      <div className="group flex items-start gap-2">
        <h2 className="min-w-0 font-serif text-[22px] leading-snug font-medium text-balance break-words">
          <Marked text={turn.question} words={turn.answer?.unexplained ?? []} />
        </h2>
        <Button
          variant="ghost"
          size="small-icon"
          aria-label={texts.edit}
          title={texts.edit}
          className="mt-0.5 opacity-0 group-hover:opacity-100 focus-visible:opacity-100 pointer-coarse:opacity-100"
          onClick={() => {
            onEdit(earlier[0] ?? turn);
          }}
        >
          <Pencil />
        </Button>
      </div>
      {earlier.map((each) => (
        <EarlierAnswer key={each.key} turn={each} />
      ))}
      {before && <VersionNote turn={turn} before={before} />}
      {turn.state === "asking" && <LiveSteps progress={turn.progress} />}
      {turn.state === "stopped" && (
        <div className="flex items-center justify-between gap-3 rounded-xl border border-dashed px-4 py-3 text-sm text-muted sm:px-5">
          {texts.wasStopped}
          <Button
            variant="outline"
            size="small"
            disabled={busy}
            onClick={() => {
              onRetry(turn);
            }}
          >
            <RotateCw /> {texts.askAgain}
          </Button>
        </div>
      )}
      {turn.state === "failed" && (
        <ErrorNotice
          error={turn.error}
          onRetry={() => {
            onRetry(turn);
          }}
        />
      )}
      {turn.answer && (
        <ErrorBoundary what={texts.thisAnswer}>
          <AnswerCard
            key={turn.key}
            answer={turn.answer}
            askedAt={turn.askedAt}
            busy={busy}
            last={last}
            planners={askable(turn) ? planners : NONE}
            onAsk={(question, reference) => {
              onAsk(question, undefined, reference);
            }}
          />
        </ErrorBoundary>
      )}
    </article>
  );
}

/** What changed an earlier answer is nobody's question to plan. */
function askable({ answer }: Turn): boolean {
  return answer?.kept === undefined && (answer?.status !== "answered" || answer.columns.length > 0);
}

/** An answer that another planner has answered again. */
function EarlierAnswer({ turn }: { turn: Turn }) {
  const planner = plannerOf(turn);
  if (!turn.answer) {
    return null;
  }
  return (
    <div className="rounded-xl border border-dashed">
      <Disclosure
        title={planner ? texts.planners.by(plannerName(planner)) : texts.planners.first}
        hint={turn.answer.paraphrase ?? turn.answer.explanation}
      >
        <ErrorBoundary what={texts.thisAnswer}>
          <AnswerCard answer={turn.answer} askedAt={turn.askedAt} busy last={false} />
        </ErrorBoundary>
      </Disclosure>
    </div>
  );
}

export const TurnView = memo(TurnViewBare);
