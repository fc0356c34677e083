import type { Answer, Progress } from "@/api/types";

export const STEPS = ["understood", "planned", "running", "rows"] as const;
export type Step = (typeof STEPS)[number];

export interface StepView {
  step: Step;
  title: string;
  state: "done" | "current" | "waiting";
  detail: string;
}

const TITLES: Record<Step, [done: string, current: string]> = {
  understood: ["Understood", "Reading the question"],
  planned: ["Planned", "Planning the query"],
  running: ["Ran", "Running it"],
  rows: ["Rows", "Collecting rows"],
};

function detailOf(step: Step, progress: Progress | undefined): string {
  const detail = progress?.detail;
  switch (step) {
    case "understood":
      return (detail?.understood ?? []).map((each) => `${each.words} → ${each.meaning}`).join(", ");
    case "planned":
      return detail?.paraphrase ?? "";
    case "running":
      return detail?.source ? `on ${detail.source}` : "";
    case "rows":
      return detail?.rows ? `first ${String(detail.rows.length)}` : "";
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
    const title = TITLES[step][state === "done" ? 0 : 1];
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
    trail.push("Understood");
  }
  if (answer.sql) {
    trail.push("Planned");
  }
  trail.push(answer.source ? `Ran on ${answer.source}` : "Ran");
  const count = answer.statistics?.rows ?? answer.rows.length;
  const time = answer.statistics
    ? ` in ${answer.statistics.elapsed_ms.toLocaleString("en-US")} ms`
    : "";
  trail.push(`${count.toLocaleString("en-US")} ${count === 1 ? "row" : "rows"}${time}`);
  return trail;
}
