import { CircleAlert, CircleCheck, Play, Search } from "lucide-react";
import { useCallback, useDeferredValue, useState } from "react";
import { call } from "@/api/client";
import type { HistoryItem } from "@/api/types";
import { Button } from "@/ui/button";
import { ErrorNotice } from "@/ui/error-notice";
import { Input } from "@/ui/input";
import { Skeleton } from "@/ui/skeleton";
import { useResource } from "@/ui/use-resource";
import { texts } from "./texts";

const DAY_MILLIS = 86_400_000;
const PAGE = 50;
const MOST = 200;

interface HistoryPanelProps {
  onOpen: (item: HistoryItem) => void;
  onRerun: (item: HistoryItem) => void;
}

/** What somebody ran before, found by words, outcome and time. */
export function HistoryPanel({ onOpen, onRerun }: HistoryPanelProps) {
  const [text, setText] = useState("");
  const [outcome, setOutcome] = useState("any");
  const [days, setDays] = useState(0);
  const [limit, setLimit] = useState(PAGE);
  const wanted = useDeferredValue(text.trim());
  const load = useCallback(
    (signal: AbortSignal) =>
      call(
        "list_history",
        {
          limit,
          ...(wanted && { text: wanted }),
          ...(outcome !== "any" && { failed: outcome === "failed" }),
          ...(days > 0 && { from: new Date(Date.now() - days * DAY_MILLIS).toISOString() }),
        },
        signal,
      ),
    [wanted, outcome, days, limit],
  );
  const { data, error, loading, reload } = useResource(load);
  const choice = "h-7 min-w-0 flex-1 rounded-md border border-border-strong bg-surface px-1";

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="space-y-2 px-3 py-2">
        <div className="relative">
          <Search
            className="pointer-events-none absolute top-2.5 left-2.5 size-3.5 text-muted"
            aria-hidden="true"
          />
          <Input
            type="search"
            className="h-8.5 pl-8 text-[13px]"
            placeholder={texts.searchHistory}
            aria-label={texts.searchHistory}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
            }}
          />
        </div>
        <div className="flex gap-2 text-[13px]">
          <select
            aria-label={texts.outcome}
            value={outcome}
            className={choice}
            onChange={(event) => {
              setOutcome(event.target.value);
            }}
          >
            <option value="any">{texts.anyOutcome}</option>
            <option value="done">{texts.done}</option>
            <option value="failed">{texts.failed}</option>
          </select>
          <select
            aria-label={texts.time}
            value={days}
            className={choice}
            onChange={(event) => {
              setDays(Number(event.target.value));
            }}
          >
            <option value={0}>{texts.anyTime}</option>
            <option value={1}>{texts.lastDay}</option>
            <option value={7}>{texts.lastWeek}</option>
            <option value={30}>{texts.lastMonth}</option>
          </select>
        </div>
      </div>
      <div aria-busy={loading} className="min-h-0 flex-1 overflow-y-auto px-2 pb-6">
        {error !== undefined && <ErrorNotice error={error} onRetry={reload} />}
        {loading && !data && <Skeleton className="m-2 h-24" />}
        {data?.statements.length === 0 && (
          <p className="px-2 py-1 text-[13px] text-muted">{texts.noHistory}</p>
        )}
        <ul aria-label={texts.history}>
          {data?.statements.map((item, at) => (
            <Item
              key={`${item.started_at} ${String(at)}`}
              item={item}
              onOpen={onOpen}
              onRerun={onRerun}
            />
          ))}
        </ul>
        {data?.cursor !== undefined && limit < MOST && (
          <Button
            variant="ghost"
            size="small"
            onClick={() => {
              setLimit(limit + PAGE);
            }}
          >
            {texts.older}
          </Button>
        )}
      </div>
    </div>
  );
}

function Item({ item, onOpen, onRerun }: HistoryPanelProps & { item: HistoryItem }) {
  const failed = item.outcome !== "ok";
  const Icon = failed ? CircleAlert : CircleCheck;
  return (
    <li className="flex items-start rounded-md hover:bg-hover">
      <button
        type="button"
        title={item.sql}
        className="min-w-0 flex-1 px-2 py-1.5 text-left"
        onClick={() => {
          onOpen(item);
        }}
      >
        <span className="line-clamp-2 font-mono text-xs break-words">{item.sql}</span>
        <span className="mt-0.5 flex items-center gap-1 text-[11px] text-muted">
          <Icon
            aria-hidden="true"
            className={failed ? "size-3 shrink-0 text-danger" : "size-3 shrink-0 text-accent"}
          />
          <span className="truncate">
            {failed ? item.outcome : texts.rowsIn(item.rows, item.elapsed_ms)} · {item.source} ·{" "}
            {texts.moment(item.started_at)}
          </span>
        </span>
      </button>
      <Button
        variant="ghost"
        size="small-icon"
        className="mt-1"
        aria-label={texts.rerun}
        title={texts.rerun}
        onClick={() => {
          onRerun(item);
        }}
      >
        <Play />
      </Button>
    </li>
  );
}
