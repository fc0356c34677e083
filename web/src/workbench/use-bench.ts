import { useSyncExternalStore } from "react";
import { signedOut } from "@/api/client";
import { BenchStore } from "./bench-store";
import { NO_BENCH, type Bench } from "./sheets";

/** One for the whole visit, so that statements run on while somebody looks at another page. */
export const benches = new BenchStore();

signedOut.addEventListener("signedout", () => {
  benches.clear();
});

/** What is below the editor of a tab. */
export function useBench(tab: string): Bench {
  return useSyncExternalStore(benches.subscribe, benches.snapshot).get(tab) ?? NO_BENCH;
}
