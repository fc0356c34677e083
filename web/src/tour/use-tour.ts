import { useSyncExternalStore } from "react";
import { tour, type Tour } from "./tour-store";

export function useTour(): Tour {
  return useSyncExternalStore(tour.subscribe, tour.snapshot);
}
