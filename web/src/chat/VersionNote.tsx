import { ArrowLeftRight, Equal } from "lucide-react";
import { plannerName } from "./planner-name";
import { texts } from "./texts";
import { compared } from "./threads";
import type { Turn } from "./turns";

interface VersionNoteProps {
  turn: Turn;
  before: Turn;
}

/** Who a turn was named to be planned by, or who did plan it. */
export function plannerOf(turn: Turn): string | undefined {
  return turn.answer?.trust.planner ?? turn.planner;
}

/** Above an answer by another planner: who it is by, and whether the rows are those of before. */
export function VersionNote({ turn, before }: VersionNoteProps) {
  const planner = plannerOf(turn);
  const rows = compared(before, turn);
  const name = planner ? plannerName(planner) : "";
  return (
    <div
      data-testid="version"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 px-1 text-[13px] text-muted"
    >
      <h3 className="font-medium text-ink">
        {turn.state === "done" ? texts.planners.by(name) : texts.planners.asking(name)}
      </h3>
      {rows && (
        <span className="flex items-center gap-1.5">
          {rows === "same" ? (
            <Equal className="size-3.5 text-accent" aria-hidden="true" />
          ) : (
            <ArrowLeftRight className="size-3.5 text-warning" aria-hidden="true" />
          )}
          {rows === "same" ? texts.planners.same : texts.planners.other}
        </span>
      )}
      {turn.state === "done" && <span className="sm:ml-auto">{texts.planners.goesOn}</span>}
    </div>
  );
}
