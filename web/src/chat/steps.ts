import type { Answer, Progress } from "@/api/types";
import { texts } from "./texts";

export const STEPS = ["understood", "planned", "running", "rows"] as const;
export type Step = (typeof STEPS)[number];

export interface StepView {
  step: Step;
  title: string;
  state: "done" | "current" | "waiting";
  detail: string;
}

function detailOf(step: Step, progress: Progress | undefined): string {
  const detail = progress?.detail;
  switch (step) {
    case "understood":
      return (detail?.understood ?? []).map((each) => `${each.words} → ${each.meaning}`).join(", ");
    case "planned":
      return detail?.paraphrase ?? "";
    case "running":
      return detail?.source ? texts.on(detail.source) : "";
    case "rows":
      return detail?.rows ? texts.firstRows(detail.rows.length) : "";
  }
}

/** The four steps of an answer, as far as they have come. */
export function liveSteps(progress: Progress[]): StepView[] {
  const reached = Math.max(
    -1,
    ...progress.map((each) => STEPS.findIndex((step) => step === each.step)),
  );
  // "running" is announced when it begins; it is done when its rows come.
  const current = STEPS[reached] === "running" ? reached : reached + 1;
  return STEPS.map((step, index) => {
    const state = index < current ? "done" : index === current ? "current" : "waiting";
    const title = texts.titles[step][state === "done" ? "done" : "current"];
    const found = progress.find((each) => each.step === step);
    return { step, title, state, detail: detailOf(step, found) };
  });
}

/** The same trail for an answer that is complete. */
export function doneSteps(answer: Answer): string[] {
  if (answer.status !== "answered") {
    return [];
  }
  const trail: string[] = [];
  if (answer.understood.length > 0) {
    trail.push(texts.titles.understood.done);
  }
  if (answer.sql) {
    trail.push(texts.titles.planned.done);
  }
  trail.push(answer.source ? texts.ranOn(answer.source) : texts.titles.running.done);
  const count = answer.statistics?.rows ?? answer.rows.length;
  trail.push(texts.rowsIn(count, answer.statistics?.elapsed_ms));
  return trail;
}
