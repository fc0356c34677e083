import { MessageCircleQuestion } from "lucide-react";
import type { ReactNode } from "react";
import type { Answer } from "@/api/types";
import { Badge } from "@/ui/badge";
import { texts } from "./texts";

interface OpenQuestionProps {
  answer: Answer;
  disabled: boolean;
  onChoose: (number: number, question: string) => void;
  /** Another way to an answer. */
  otherwise: ReactNode;
}

function heading(answer: Answer): string {
  if (answer.status === "clarify") {
    return texts.whichMeaning;
  }
  return answer.unexplained.length > 0 ? texts.meaningless : texts.unreadable;
}

/** Instead of an answer: what was not understood, and the readings to choose from. */
export function OpenQuestion({ answer, disabled, onChoose, otherwise }: OpenQuestionProps) {
  const options = answer.options ?? [];
  return (
    <div className="space-y-4 px-4 py-5 sm:px-5">
      <div className="flex gap-3">
        <MessageCircleQuestion className="mt-0.5 size-5 shrink-0 text-warning" aria-hidden="true" />
        <div className="min-w-0 flex-1 space-y-1.5">
          <h3 className="font-medium">{heading(answer)}</h3>
          {answer.explanation && <p className="text-sm text-muted">{answer.explanation}</p>}
          {answer.unexplained.length > 0 && (
            <p className="flex flex-wrap items-center gap-1.5 text-sm">
              <span className="text-muted">{texts.notUnderstoodWords}</span>
              {answer.unexplained.map((word) => (
                <Badge key={word} variant="warning" data-testid="unexplained">
                  {word}
                </Badge>
              ))}
            </p>
          )}
        </div>
        {otherwise}
      </div>
      {options.length > 0 && (
        <div className="space-y-2">
          {answer.status === "abstain" && (
            <p className="text-sm font-medium">{texts.nearestTitle}</p>
          )}
          <ol
            className="grid gap-2"
            aria-label={answer.status === "clarify" ? texts.meanings : texts.nearest}
          >
            {options.map((option, index) => (
              <li key={index}>
                <button
                  type="button"
                  disabled={disabled}
                  onClick={() => {
                    onChoose(index + 1, option.question);
                  }}
                  className="group flex w-full items-start gap-2.5 rounded-lg border px-3.5 py-2.5 text-left text-sm hover:border-accent hover:bg-accent-soft/50 disabled:opacity-50"
                >
                  <span
                    aria-hidden="true"
                    className="mt-px grid size-5 shrink-0 place-items-center rounded-full border text-xs text-muted tabular-nums group-hover:border-accent group-hover:text-accent"
                  >
                    {index + 1}
                  </span>
                  <span className="min-w-0 flex-1">
                    <span className="block font-medium">{option.label}</span>
                    {option.label !== option.question && (
                      <span className="block text-muted">{option.question}</span>
                    )}
                    {option.sql && (
                      <code className="mt-0.5 line-clamp-2 font-mono text-xs text-muted">
                        {option.sql.replace(/\s+/g, " ")}
                      </code>
                    )}
                  </span>
                </button>
              </li>
            ))}
          </ol>
        </div>
      )}
      {answer.status === "abstain" && options.length === 0 && (
        <p className="text-sm text-muted">{texts.nearestNone}</p>
      )}
    </div>
  );
}
