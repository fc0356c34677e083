import { Pencil, RotateCw } from "lucide-react";
import { memo, useEffect, useRef } from "react";
import { Button } from "@/ui/button";
import { ErrorBoundary } from "@/ui/error-boundary";
import { ErrorNotice } from "@/ui/error-notice";
import { AnswerCard } from "./AnswerCard";
import { LiveSteps } from "./Steps";
import type { Turn } from "./turns";

interface TurnViewProps {
  turn: Turn;
  busy: boolean;
  onAsk: (question: string, source?: string) => void;
  onRetry: (turn: Turn) => void;
  onEdit: (question: string) => void;
}

function TurnViewBare({ turn, busy, onAsk, onRetry, onEdit }: TurnViewProps) {
  const element = useRef<HTMLElement>(null);
  const fresh = turn.state === "asking";

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
          {turn.question}
        </h2>
        <Button
          variant="ghost"
          size="small-icon"
          aria-label="Edit this question"
          title="Edit this question"
          className="mt-0.5 opacity-0 group-hover:opacity-100 focus-visible:opacity-100 pointer-coarse:opacity-100"
          onClick={() => {
            onEdit(turn.question);
          }}
        >
          <Pencil />
        </Button>
      </div>
      {turn.state === "asking" && <LiveSteps progress={turn.progress} />}
      {turn.state === "stopped" && (
        <div className="flex items-center justify-between gap-3 rounded-xl border border-dashed px-4 py-3 text-sm text-muted sm:px-5">
          Stopped. The query was cancelled.
          <Button
            variant="outline"
            size="small"
            disabled={busy}
            onClick={() => {
              onRetry(turn);
            }}
          >
            <RotateCw /> Ask again
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
        <ErrorBoundary what="This answer">
          <AnswerCard
            answer={turn.answer}
            askedAt={turn.askedAt}
            busy={busy}
            onAsk={(question) => {
              onAsk(question, turn.answer?.source ?? turn.source);
            }}
          />
        </ErrorBoundary>
      )}
    </article>
  );
}

export const TurnView = memo(TurnViewBare);
