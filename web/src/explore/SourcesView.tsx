import { Plus } from "lucide-react";
import { useCatalog } from "@/schema/catalog";
import { Button } from "@/ui/button";
import { ErrorNotice } from "@/ui/error-notice";
import { Skeleton } from "@/ui/skeleton";
import { isFirstRun } from "./first-run";
import FirstSteps from "./FirstSteps";
import { SourceCard } from "./SourceCard";
import { texts } from "./texts";

interface SourcesViewProps {
  onAdd: () => void;
}

/** All sources with their state, and the ways to more of them. */
export function SourcesView({ onAdd }: SourcesViewProps) {
  const { sources, store } = useCatalog();
  const known = sources.state === "ready" ? sources.data : [];
  return (
    <>
      <div className="mb-5 flex flex-wrap items-end justify-between gap-3">
        <div>
          <h1 className="font-serif text-3xl font-medium">{texts.sources}</h1>
          <p className="mt-1 max-w-prose text-[15px] text-muted">{texts.sourcesLead}</p>
        </div>
        <Button onClick={onAdd}>
          <Plus /> {texts.addSource}
        </Button>
      </div>
      {sources.state === "loading" && (
        <div className="space-y-3">
          <Skeleton className="h-20" />
          <Skeleton className="h-20" />
        </div>
      )}
      {sources.state === "failed" && <ErrorNotice error={sources.error} onRetry={store.reload} />}
      {known.length > 0 && (
        <ul data-tour="data" className="grid gap-3 sm:grid-cols-2">
          {known.map((source) => (
            <li key={source.name}>
              <SourceCard source={source} onRetry={store.reload} />
            </li>
          ))}
        </ul>
      )}
      {sources.state === "ready" && isFirstRun(known) && (
        <div className="mt-8">
          <FirstSteps sources={known} />
        </div>
      )}
    </>
  );
}
