import { call } from "@/api/client";
import type { Planner } from "@/api/types";
import { useResource } from "@/ui/use-resource";

const NONE: readonly Planner[] = [];

// Who may not list planners asks whoever is usual.
const load = (signal: AbortSignal) =>
  call("list_planners", {}, signal).then(
    ({ planners }) => planners,
    () => NONE,
  );

/** Who can plan a question. */
export function usePlanners(): readonly Planner[] {
  return useResource(load).data ?? NONE;
}
