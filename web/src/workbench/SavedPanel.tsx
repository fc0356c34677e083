import { History, RotateCw } from "lucide-react";
import { useEffect } from "react";
import { call } from "@/api/client";
import type { SavedQueryItem } from "@/api/types";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { ErrorNotice } from "@/ui/error-notice";
import { Skeleton } from "@/ui/skeleton";
import { useResource } from "@/ui/use-resource";
import { texts } from "./texts";

const list = (signal: AbortSignal) => call("list_queries", {}, signal);

interface SavedPanelProps {
  /** Changes when something was saved, so that it is read again. */
  round: number;
  onOpen: (name: string) => void;
  onVersions: (name: string) => void;
}

/** The saved queries that somebody may run. */
export function SavedPanel({ round, onOpen, onVersions }: SavedPanelProps) {
  const { data, error, loading, reload } = useResource(list);

  useEffect(() => {
    if (round > 0) {
      reload();
    }
  }, [round, reload]);

  return (
    <div className="min-h-0 flex-1 overflow-y-auto p-2">
      {error !== undefined && <ErrorNotice error={error} onRetry={reload} />}
      {loading && !data && <Skeleton className="m-2 h-24" />}
      {data?.queries.length === 0 && (
        <p className="px-2 py-1 text-[13px] text-muted">{texts.noSaved}</p>
      )}
      <ul aria-label={texts.saved}>
        {data?.queries.map((query) => (
          <Item key={query.name} query={query} onOpen={onOpen} onVersions={onVersions} />
        ))}
      </ul>
      {data && (
        <Button variant="ghost" size="small" className="mt-1" disabled={loading} onClick={reload}>
          <RotateCw /> {texts.reload}
        </Button>
      )}
    </div>
  );
}

function Item({
  query,
  onOpen,
  onVersions,
}: Omit<SavedPanelProps, "round"> & { query: SavedQueryItem }) {
  const waits = query.waiting_version !== undefined || query.state === "waiting";
  return (
    <li className="flex items-start rounded-md hover:bg-hover">
      <button
        type="button"
        title={query.description || query.title}
        className="min-w-0 flex-1 px-2 py-1.5 text-left"
        onClick={() => {
          onOpen(query.name);
        }}
      >
        <span className="flex items-center gap-1.5">
          <span className="truncate text-sm">{query.title}</span>
          {waits && <Badge variant="warning">{texts.waits}</Badge>}
        </span>
        <span className="block truncate text-[11px] text-muted">
          {query.name} · {query.source} · {texts.version(query.version)}
        </span>
      </button>
      <Button
        variant="ghost"
        size="small-icon"
        className="mt-1"
        aria-label={texts.versionsOf(query.name)}
        title={texts.versionsOf(query.name)}
        onClick={() => {
          onVersions(query.name);
        }}
      >
        <History />
      </Button>
    </li>
  );
}
