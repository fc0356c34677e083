import { ArrowUpRight } from "lucide-react";
import { lazy, Suspense, useCallback, useMemo, type ReactNode } from "react";
import { call } from "@/api/client";
import { isFirstRun } from "@/explore/first-run";
import { useCatalog } from "@/schema/catalog";
import { Skeleton } from "@/ui/skeleton";
import { useResource } from "@/ui/use-resource";
import { plainSuggestions } from "./suggestions";
import { texts } from "./texts";

interface EmptyStateProps {
  source: string;
  children: ReactNode;
  onAsk: (question: string, source: string) => void;
}

const SHOWN = 6;
const FirstSteps = lazy(() => import("@/explore/FirstSteps"));

/** The first thing a newcomer sees: what this is, and questions that work. */
export function EmptyState({ source, children, onAsk }: EmptyStateProps) {
  const { sources, descriptions } = useCatalog();
  const load = useCallback(
    (signal: AbortSignal) => call("suggest_questions", source ? { source } : {}, signal),
    [source],
  );
  const { data, error, loading } = useResource(load);
  const suggestions = useMemo(() => {
    if (data && data.suggestions.length > 0) {
      return data.suggestions.slice(0, SHOWN);
    }
    const known = [...descriptions.values()].flatMap((each) =>
      each.state === "ready" ? [each.data] : [],
    );
    return (data ?? error) ? plainSuggestions(known) : [];
  }, [data, error, descriptions]);
  const severalSources = sources.state === "ready" && sources.data.length > 1;

  return (
    <div className="mx-auto flex min-h-full w-full max-w-2xl flex-col justify-center px-4 py-10">
      <h1 className="font-serif text-4xl leading-tight font-medium text-balance sm:text-[44px]">
        {texts.heading}
      </h1>
      <p className="mt-3 mb-7 max-w-prose text-[15px] text-muted">{texts.lead}</p>
      {children}
      <section aria-label={texts.suggested} className="mt-7 min-h-40">
        {(loading || suggestions.length > 0) && (
          <h2 className="mb-2 text-xs font-medium text-muted">{texts.suggestedTitle}</h2>
        )}
        {loading && suggestions.length === 0 && (
          <div className="space-y-2">
            <Skeleton className="h-10" />
            <Skeleton className="h-10" />
            <Skeleton className="h-10" />
          </div>
        )}
        <ul className="divide-y border-y empty:hidden">
          {suggestions.map((each) => (
            <li key={`${each.source} ${each.question}`}>
              <button
                type="button"
                data-testid="suggestion"
                onClick={() => {
                  onAsk(each.question, each.source);
                }}
                className="group flex w-full items-center gap-3 py-2.5 text-left text-[15px] hover:text-accent-strong"
              >
                <span className="min-w-0 flex-1">{each.question}</span>
                {severalSources && <span className="text-xs text-muted">{each.source}</span>}
                <ArrowUpRight
                  className="size-4 shrink-0 text-muted transition-transform group-hover:translate-x-0.5 group-hover:-translate-y-0.5 group-hover:text-accent"
                  aria-hidden="true"
                />
              </button>
            </li>
          ))}
        </ul>
      </section>
      {sources.state === "ready" && isFirstRun(sources.data) && (
        <div className="mt-8">
          <Suspense>
            <FirstSteps sources={sources.data} />
          </Suspense>
        </div>
      )}
    </div>
  );
}
