import { ArrowUpRight } from "lucide-react";
import { useCallback } from "react";
import { call } from "@/api/client";
import type { KeptSource } from "@/api/types";
import { Button } from "@/ui/button";
import { Skeleton } from "@/ui/skeleton";
import { useResource } from "@/ui/use-resource";
import { exploreAddress } from "./addresses";
import { askAddress } from "@/chat/asking";
import { texts } from "./texts";

interface AddedSourcesProps {
  sources: KeptSource[];
  onDone: () => void;
}

const SHOWN = 4;

/** What was added, and the first questions to ask of it. */
export function AddedSources({ sources, onDone }: AddedSourcesProps) {
  const source = sources[0]?.name ?? "";
  const load = useCallback(
    (signal: AbortSignal) => call("suggest_questions", { source }, signal),
    [source],
  );
  const { data, loading } = useResource(load);
  const suggestions = (data?.suggestions ?? []).slice(0, SHOWN);
  return (
    <div className="flex flex-col gap-4">
      <p className="text-sm">
        {sources.map((each) => (
          <span key={each.name} className="block">
            {texts.tables(each.tables)}
            {": "}
            <span className="text-muted">{each.first_tables.slice(0, 12).join(", ")}</span>
          </span>
        ))}
      </p>
      <section aria-label={texts.askFirst} className="min-h-32">
        <h3 className="mb-1 text-xs font-medium text-muted">{texts.askFirst}</h3>
        {loading && <Skeleton className="h-24" />}
        <ul className="divide-y border-y empty:hidden">
          {suggestions.map((each) => (
            <li key={each.question}>
              <a
                href={askAddress(each.question, each.source)}
                onClick={onDone}
                data-testid="first-question"
                className="group flex items-center gap-3 px-1 py-2.5 text-[15px] hover:text-accent-strong"
              >
                <span className="min-w-0 flex-1">{each.question}</span>
                <ArrowUpRight className="size-4 shrink-0 text-muted" aria-hidden="true" />
              </a>
            </li>
          ))}
        </ul>
      </section>
      <div className="flex justify-end gap-2">
        <Button variant="outline" onClick={onDone}>
          {texts.done}
        </Button>
        <Button asChild>
          <a href={exploreAddress(source)} onClick={onDone}>
            {texts.look}
          </a>
        </Button>
      </div>
    </div>
  );
}
