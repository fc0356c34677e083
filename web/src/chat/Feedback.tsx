import { Check, ThumbsDown, ThumbsUp } from "lucide-react";
import { useState } from "react";
import { call } from "@/api/client";
import type { Answer, Input as Sent } from "@/api/types";
import { Button } from "@/ui/button";
import { ErrorNotice } from "@/ui/error-notice";
import { FeedbackForm } from "./FeedbackForm";
import { texts } from "./texts";

type Said = Sent<"give_feedback">;

type State =
  | { is: "asking" }
  | { is: "writing"; error?: unknown }
  | { is: "sending"; verdict: Said["verdict"] }
  | { is: "thanked"; verdict: Said["verdict"]; message: string }
  | { is: "failed"; error: unknown };

interface FeedbackProps {
  answer: Answer;
}

/** Whether an answer was right; what was wrong with it, and what would have been right. */
export function Feedback({ answer }: FeedbackProps) {
  const [state, setState] = useState<State>({ is: "asking" });
  const answered = answer.status === "answered";

  const send = (verdict: Said["verdict"], more: Partial<Said> = {}) => {
    setState({ is: "sending", verdict });
    const { conversation, turn } = answer;
    call("give_feedback", { verdict, conversation, turn, ...more }).then(
      ({ message }) => {
        setState({ is: "thanked", verdict, message });
      },
      (error: unknown) => {
        setState(verdict === "wrong" ? { is: "writing", error } : { is: "failed", error });
      },
    );
  };

  const thanked = state.is === "thanked";
  const sending = state.is === "sending";
  return (
    <div className="space-y-3 px-4 py-2.5 sm:px-5" data-testid="feedback">
      <div className="flex min-h-7 flex-wrap items-center gap-x-1 gap-y-2">
        <p role="status" className="mr-auto min-w-0 text-[13px] text-muted">
          {thanked ? (
            <span className="flex items-start gap-1.5">
              <Check className="mt-0.5 size-3.5 shrink-0 text-accent" aria-hidden="true" />
              {state.message}
            </span>
          ) : answered ? (
            texts.isRight
          ) : (
            texts.tellMeaning
          )}
        </p>
        {answered && (
          <Button
            variant="ghost"
            size="small-icon"
            aria-label={texts.right}
            title={texts.right}
            aria-pressed={thanked && state.verdict === "right"}
            disabled={sending}
            className="aria-pressed:text-accent"
            onClick={() => {
              send("right");
            }}
          >
            <ThumbsUp />
          </Button>
        )}
        <Button
          variant="ghost"
          size="small-icon"
          aria-label={texts.wrong}
          title={texts.wrong}
          aria-pressed={thanked && state.verdict === "wrong"}
          aria-expanded={state.is === "writing"}
          disabled={sending}
          className="aria-pressed:text-danger"
          onClick={() => {
            setState(state.is === "writing" ? { is: "asking" } : { is: "writing" });
          }}
        >
          <ThumbsDown />
        </Button>
      </div>
      {state.is === "failed" && <ErrorNotice error={state.error} />}
      {(state.is === "writing" || (sending && state.verdict === "wrong")) && (
        <FeedbackForm
          answer={answer}
          busy={sending}
          error={state.is === "writing" ? state.error : undefined}
          onSend={(said) => {
            send("wrong", said);
          }}
          onClose={() => {
            setState({ is: "asking" });
          }}
        />
      )}
    </div>
  );
}
