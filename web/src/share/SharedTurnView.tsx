import { CornerDownRight, EyeOff } from "lucide-react";
import type { SharedTurn } from "@/api/types";
import { Button } from "@/ui/button";
import { ErrorBoundary } from "@/ui/error-boundary";
import { SharedAnswer } from "./SharedAnswer";
import { texts } from "./texts";

interface SharedTurnViewProps {
  turn: SharedTurn;
  busy: boolean;
  /** Whether the page's own heading says its question already. */
  titled: boolean;
  onGoOn: () => void;
}

/** A question and its answer for this reader, or why there is none. */
export function SharedTurnView({ turn, busy, titled, onGoOn }: SharedTurnViewProps) {
  const { question, answer, error } = turn;
  if (!question || !answer) {
    return (
      <article
        aria-label={texts.notShown(turn.number)}
        className="flex gap-3 rounded-xl border border-dashed px-4 py-4 text-sm sm:px-5"
      >
        <EyeOff className="mt-0.5 size-4 shrink-0 text-muted" aria-hidden="true" />
        <div className="min-w-0 space-y-1">
          <h2 className="font-medium">{texts.notShown(turn.number)}</h2>
          <p className="text-muted">{error?.message}</p>
          {error && <p className="font-mono text-xs text-muted">{texts.code(error.code)}</p>}
        </div>
      </article>
    );
  }
  return (
    <article aria-label={question} className="space-y-3">
      <h2
        className={
          titled
            ? "sr-only"
            : "font-serif text-[22px] leading-snug font-medium text-balance break-words"
        }
      >
        {question}
      </h2>
      <ErrorBoundary what={texts.answer}>
        <SharedAnswer answer={answer} askedAt={turn.asked_at} />
      </ErrorBoundary>
      <Button variant="ghost" size="small" disabled={busy} title={texts.goOnHint} onClick={onGoOn}>
        <CornerDownRight /> {texts.goOn}
      </Button>
    </article>
  );
}
