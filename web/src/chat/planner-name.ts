import { texts } from "./texts";

/** What a planner is called in a sentence or a list. */
export function plannerName(planner: string): string {
  return planner === "built-in" ? texts.planners.builtIn : planner;
}
