import { liveSteps } from "./steps";
import { texts } from "./texts";
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
      return texts.heardStopped;
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
    return texts.heardNot(words ? texts.heardWords(words) : answer.explanation);
  }
  return texts.heard(answer.paraphrase ?? answer.question, answer.rows.length);
}
