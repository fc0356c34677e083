import { liveSteps } from "./steps";
import type { Turn } from "./turns";

/** What a screen reader should hear about the latest turn. */
export function announcement(turn: Turn | undefined): string {
  if (!turn) {
    return "";
  }
  switch (turn.state) {
    case "asking": {
      const current = liveSteps(turn.progress).find((each) => each.state === "current");
      return current ? `${current.title}…` : "";
    }
    case "stopped":
      return "Stopped.";
    case "failed":
      return "";
    case "done":
      return summary(turn);
  }
}

function summary(turn: Turn): string {
  const answer = turn.answer;
  if (!answer) {
    return "";
  }
  if (answer.status !== "answered") {
    const words = answer.unexplained.join(", ");
    return `Not answered. ${words ? `Not understood: ${words}.` : answer.explanation}`;
  }
  return `Answered: ${answer.paraphrase ?? answer.question} ${String(answer.rows.length)} rows.`;
}
