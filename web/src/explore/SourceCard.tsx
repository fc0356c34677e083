import { Database, RotateCw } from "lucide-react";
import type { SourceSummary } from "@/api/types";
import { Button } from "@/ui/button";
import { cn } from "@/ui/cn";
import { exploreAddress } from "./addresses";
import { ago } from "./ago";
import { texts } from "./texts";

interface SourceCardProps {
  source: SourceSummary;
  onRetry: () => void;
}

/** One source: what it is, whether it answers, and how fresh what is known of it is. */
export function SourceCard({ source, onRetry }: SourceCardProps) {
  const answers = source.status === "available";
  return (
    <article
      aria-label={source.name}
      className="relative flex h-full flex-col gap-1.5 rounded-xl border bg-surface p-4 shadow-card focus-within:border-accent hover:border-border-strong"
    >
      <div className="flex items-center gap-2.5">
        <Database className="size-4.5 shrink-0 text-accent" aria-hidden="true" />
        <h2 className="min-w-0 truncate text-base font-semibold">
          {/* The whole card leads there; what else can be pressed lies above. */}
          <a href={exploreAddress(source.name)} className="after:absolute after:inset-0">
            {source.name}
          </a>
        </h2>
        <span className="ml-auto shrink-0 rounded-full bg-sunken px-2 py-0.5 text-xs text-muted">
          {source.engine}
        </span>
      </div>
      <p className="flex flex-wrap items-center gap-x-2 text-[13px] text-muted">
        <span
          aria-hidden="true"
          className={cn("size-2 rounded-full", answers ? "bg-accent" : "bg-danger")}
        />
        <span>{answers ? texts.available : texts.unavailable}</span>
        <span aria-hidden="true">·</span>
        <span>{texts.tables(source.tables)}</span>
        {source.read_at && (
          <>
            <span aria-hidden="true">·</span>
            <time dateTime={source.read_at} title={texts.moment(source.read_at)}>
              {texts.readAgo(ago(source.read_at))}
            </time>
          </>
        )}
      </p>
      <p className="text-xs text-muted">{source.added ? texts.added : texts.configured}</p>
      {source.error && (
        <div className="relative mt-1 flex items-start gap-2 rounded-md bg-danger-soft px-3 py-2 text-[13px]">
          <p className="min-w-0 flex-1 break-words text-danger">{source.error}</p>
          <Button variant="outline" size="small" onClick={onRetry}>
            <RotateCw /> {texts.retry}
          </Button>
        </div>
      )}
    </article>
  );
}
