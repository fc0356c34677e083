import { diffLines } from "diff";
import { useCallback, useMemo, useState } from "react";
import { call } from "@/api/client";
import type { VersionItem } from "@/api/types";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { cn } from "@/ui/cn";
import { Dialog } from "@/ui/dialog";
import { ErrorNotice } from "@/ui/error-notice";
import { Skeleton } from "@/ui/skeleton";
import { useResource } from "@/ui/use-resource";
import { texts } from "./texts";

interface VersionsDialogProps {
  name: string;
  onClose: () => void;
  /** Puts the text of a version into a tab, to run it or to save it again. */
  onUse: (version: VersionItem) => void;
  onApproved: () => void;
}

/** The versions of a saved query, each beside the one before it. */
export function VersionsDialog({ name, onClose, onUse, onApproved }: VersionsDialogProps) {
  const load = useCallback(
    (signal: AbortSignal) => call("list_query_versions", { name }, signal),
    [name],
  );
  const { data, error, reload } = useResource(load);
  const [chosen, setChosen] = useState(0);
  const [refused, setRefused] = useState<unknown>();
  const version = data?.versions[chosen];
  const before = data?.versions[chosen + 1];

  const approve = () => {
    if (version) {
      call("approve_query", { name, version: version.query.version }).then(() => {
        setRefused(undefined);
        reload();
        onApproved();
      }, setRefused);
    }
  };

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={texts.versionsOf(name)}
      description={texts.versionsHint}
      className="max-w-4xl"
    >
      {error !== undefined && <ErrorNotice error={error} onRetry={reload} />}
      {!data && error === undefined && <Skeleton className="h-40" />}
      {data && version && (
        <div className="grid gap-4 sm:grid-cols-[13rem_1fr]">
          <ul aria-label={texts.versionsOf(name)} className="space-y-0.5">
            {data.versions.map((each, at) => (
              <li key={each.query.version}>
                <button
                  type="button"
                  aria-pressed={at === chosen}
                  className={cn(
                    "w-full rounded-md px-3 py-2 text-left text-sm",
                    at === chosen ? "bg-accent-soft" : "hover:bg-hover",
                  )}
                  onClick={() => {
                    setChosen(at);
                  }}
                >
                  <span className="flex items-center justify-between gap-2 font-medium">
                    {texts.version(each.query.version)}
                    <Badge variant={each.state === "waiting" ? "warning" : "neutral"}>
                      {texts.states[each.state]}
                    </Badge>
                  </span>
                  <span className="block truncate text-xs text-muted">
                    {each.query.saved_by}
                    {each.query.saved_at && `, ${texts.moment(each.query.saved_at)}`}
                  </span>
                </button>
              </li>
            ))}
          </ul>
          <div className="min-w-0 space-y-3">
            <Difference after={version.query.sql} before={before?.query.sql} />
            {refused !== undefined && <ErrorNotice error={refused} />}
            <div className="flex flex-wrap gap-2">
              <Button
                variant="outline"
                size="small"
                onClick={() => {
                  onUse(version);
                }}
              >
                {version.state === "past" ? texts.restore : texts.openVersion}
              </Button>
              {version.state === "waiting" && (
                <Button size="small" onClick={approve}>
                  {texts.approve}
                </Button>
              )}
            </div>
          </div>
        </div>
      )}
    </Dialog>
  );
}

/** A text with what came and what went since the one before. */
function Difference({ before, after }: { before: string | undefined; after: string }) {
  const parts = useMemo(() => diffLines(before ?? after, after), [before, after]);
  return (
    <pre
      data-testid="difference"
      className="max-h-96 overflow-y-auto rounded-md border bg-sunken py-2 font-mono text-[13px] whitespace-pre-wrap"
    >
      {parts.flatMap((part, index) =>
        part.value
          .replace(/\n$/, "")
          .split("\n")
          .map((line, at) => (
            <span
              key={`${String(index)} ${String(at)}`}
              className={cn(
                "block px-3",
                part.added && "bg-accent-soft text-accent-strong",
                part.removed && "bg-danger-soft text-danger",
              )}
            >
              {part.added ? "+ " : part.removed ? "− " : "  "}
              {line}
            </span>
          )),
      )}
    </pre>
  );
}
