import { Check, LoaderCircle, X } from "lucide-react";
import { useEffect, useId, useRef, useState, type SyntheticEvent } from "react";
import { call } from "@/api/client";
import type { Approval } from "@/api/types";
import { Button } from "@/ui/button";
import { ErrorNotice } from "@/ui/error-notice";
import { Textarea } from "@/ui/textarea";
import { effectOf } from "./changes";
import { texts } from "./texts";

interface DecisionFormProps {
  approval: Approval;
  /** What was said about the decision, and what the approval is now. */
  onDecided: (message: string, approval: Approval) => void;
  /** The decision failed, so that the approval may be another by now. */
  onFailed: () => void;
}

/** Yes, or no with a reason. */
export function DecisionForm({ approval, onDecided, onFailed }: DecisionFormProps) {
  const [refusing, setRefusing] = useState(false);
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState<"approve" | "refuse">();
  const [error, setError] = useState<unknown>();
  const reasonBox = useRef<HTMLTextAreaElement>(null);
  const refuseButton = useRef<HTMLButtonElement>(null);
  const reasonId = useId();
  const { approval: id, preview } = approval;
  const settled = useSettled(preview.rows_touched);

  useEffect(() => {
    if (refusing) {
      reasonBox.current?.focus();
    }
  }, [refusing]);

  const decide = async (what: "approve" | "refuse") => {
    setBusy(what);
    setError(undefined);
    try {
      if (what === "approve") {
        const decided = await call("approve", { approval: id });
        onDecided(decided.message, decided.approval);
      } else {
        const why = reason.trim();
        onDecided(
          texts.refused,
          await call("refuse", { approval: id, ...(why && { reason: why }) }),
        );
      }
    } catch (failure) {
      setError(failure);
      onFailed();
    } finally {
      setBusy(undefined);
    }
  };

  const stay = () => {
    setRefusing(false);
    requestAnimationFrame(() => refuseButton.current?.focus());
  };

  return (
    <div className="space-y-3">
      {error !== undefined && <ErrorNotice error={error} />}
      {refusing ? (
        <form
          aria-label={texts.refuse}
          onSubmit={(event: SyntheticEvent) => {
            event.preventDefault();
            void decide("refuse");
          }}
          className="space-y-3"
        >
          <div>
            <label htmlFor={reasonId} className="mb-1.5 block text-sm font-medium">
              {texts.whyNot(approval.proposed_by)}
            </label>
            <Textarea
              ref={reasonBox}
              id={reasonId}
              rows={2}
              maxLength={2000}
              placeholder={texts.reasonExample}
              value={reason}
              onChange={(event) => {
                setReason(event.target.value);
              }}
              onKeyDown={(event) => {
                if (event.key === "Escape") {
                  stay();
                }
              }}
            />
          </div>
          <div className="flex flex-wrap gap-2">
            <Button asChild variant="outline" className="text-danger">
              <button type="submit" disabled={busy !== undefined}>
                {busy === "refuse" ? <LoaderCircle className="animate-spin" /> : <X />}
                {texts.refuse}
              </button>
            </Button>
            <Button variant="ghost" disabled={busy !== undefined} onClick={stay}>
              {texts.back}
            </Button>
          </div>
        </form>
      ) : (
        <div className="flex flex-wrap gap-2">
          <Button
            className="max-sm:w-full"
            disabled={busy !== undefined || !settled}
            onClick={() => {
              void decide("approve");
            }}
          >
            {busy === "approve" ? <LoaderCircle className="animate-spin" /> : <Check />}
            {texts.effects[effectOf(preview.sql)].approve(preview.rows_touched)}
          </Button>
          <Button
            ref={refuseButton}
            className="max-sm:w-full"
            variant="outline"
            disabled={busy !== undefined}
            onClick={() => {
              setRefusing(true);
            }}
          >
            <X /> {texts.refusing}
          </Button>
        </div>
      )}
    </div>
  );
}

const SETTLING_MILLIS = 1500;

/** False for a moment after a number has changed: a click that was meant for the old one is none. */
function useSettled(value: number): boolean {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(value);
    }, SETTLING_MILLIS);
    return () => {
      clearTimeout(timer);
    };
  }, [value]);
  return settled === value;
}
