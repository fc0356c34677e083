import { Check, LoaderCircle } from "lucide-react";
import type { Answer, Progress } from "@/api/types";
import { useEffect, useState } from "react";
import { inSeconds } from "@/language/format";
import { cn } from "@/ui/cn";
import { doneSteps, liveSteps } from "./steps";
import { texts } from "./texts";

/** The steps of an answer while they happen. */
export function LiveSteps({ progress }: { progress: Progress[] }) {
  return (
    <ol aria-label={texts.progress} className="space-y-2.5 rounded-xl border bg-surface px-5 py-4">
      {liveSteps(progress).map(({ step, title, state, detail }) => (
        <li
          key={step}
          data-step={step}
          data-state={state}
          className={cn("flex items-start gap-2.5 text-sm", state === "waiting" && "opacity-40")}
        >
          <span className="mt-0.5 flex size-4 shrink-0 items-center justify-center">
            {state === "done" && <Check className="size-4 text-accent" aria-hidden="true" />}
            {state === "current" && (
              <LoaderCircle className="size-4 animate-spin text-accent" aria-hidden="true" />
            )}
            {state === "waiting" && <span className="size-1.5 rounded-full bg-muted" />}
          </span>
          <span className="shrink-0 font-medium">{title}</span>
          <span className="min-w-0 truncate text-muted">{detail}</span>
          {state === "current" && <Elapsed />}
        </li>
      ))}
    </ol>
  );
}

/** The same steps in one line, once they are over. */
export function StepTrail({ answer }: { answer: Answer }) {
  const trail = doneSteps(answer);
  if (trail.length === 0) {
    return null;
  }
  return (
    <ol
      aria-label={texts.steps}
      className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5 text-xs text-muted sm:px-5"
    >
      {trail.map((text, index) => (
        <li key={index} className="flex items-center gap-1">
          <Check className="size-3 text-accent" aria-hidden="true" />
          {text}
        </li>
      ))}
    </ol>
  );
}

const SILENT_SECONDS = 2;

/** How long a step has taken, once it takes long enough to wonder. */
function Elapsed() {
  const [seconds, setSeconds] = useState(0);

  useEffect(() => {
    const timer = setInterval(() => {
      setSeconds((value) => value + 1);
    }, 1000);
    return () => {
      clearInterval(timer);
    };
  }, []);

  return seconds < SILENT_SECONDS ? null : (
    <span className="ml-auto shrink-0 text-muted tabular-nums">{inSeconds(seconds)}</span>
  );
}
