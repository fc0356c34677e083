import { Pencil, RotateCw } from "lucide-react";
import { memo, useEffect, useRef } from "react";
import { Button } from "@/ui/button";
import { ErrorBoundary } from "@/ui/error-boundary";
import { ErrorNotice } from "@/ui/error-notice";
import { AnswerCard } from "./AnswerCard";
import { LiveSteps } from "./Steps";
import { texts } from "./texts";
import type { Turn } from "./turns";
import type { Reference } from "./use-chat";

interface TurnViewProps {
  turn: Turn;
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

function TurnViewBare({ turn, busy, last, onAsk, onRetry, onEdit }: TurnViewProps) {
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
          <Marked text={turn.question} words={turn.answer?.unexplained ?? []} />
        </h2>
        <Button
          variant="ghost"
          size="small-icon"
          aria-label={texts.edit}
          title={texts.edit}
          className="mt-0.5 opacity-0 group-hover:opacity-100 focus-visible:opacity-100 pointer-coarse:opacity-100"
          onClick={() => {
            onEdit(turn);
          }}
        >
          <Pencil />
        </Button>
      </div>
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
            answer={turn.answer}
            askedAt={turn.askedAt}
            busy={busy}
            last={last}
            onAsk={(question, reference) => {
              onAsk(question, undefined, reference);
            }}
          />
        </ErrorBoundary>
      )}
    </article>
  );
}

export const TurnView = memo(TurnViewBare);
