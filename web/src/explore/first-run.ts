import type { SourceSummary } from "@/api/types";

/** Nothing is there that a person brought: at most what the server was started with. */
export function isFirstRun(sources: SourceSummary[]): boolean {
  return sources.length < 2 && sources.every((source) => !source.added);
}
