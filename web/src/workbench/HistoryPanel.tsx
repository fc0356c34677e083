import { CircleAlert, CircleCheck, Play } from "lucide-react";
import { useCallback, useDeferredValue, useState } from "react";
import { call } from "@/api/client";
import type { HistoryItem } from "@/api/types";
import { Button } from "@/ui/button";
import { ErrorNotice } from "@/ui/error-notice";
import { SearchInput } from "@/ui/search-input";
import { Select } from "@/ui/select";
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
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="space-y-2 px-3 py-2">
        <SearchInput label={texts.searchHistory} value={text} onChange={setText} />
        <div className="flex gap-2 text-[13px]">
          <Select
            aria-label={texts.outcome}
            value={outcome}
            size="small"
            className="flex-1"
            onChange={(event) => {
              setOutcome(event.target.value);
            }}
          >
            <option value="any">{texts.anyOutcome}</option>
            <option value="done">{texts.done}</option>
            <option value="failed">{texts.failed}</option>
          </Select>
          <Select
            aria-label={texts.time}
            value={days}
            size="small"
            className="flex-1"
            onChange={(event) => {
              setDays(Number(event.target.value));
            }}
          >
            <option value={0}>{texts.anyTime}</option>
            <option value={1}>{texts.lastDay}</option>
            <option value={7}>{texts.lastWeek}</option>
            <option value={30}>{texts.lastMonth}</option>
          </Select>
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
          <span className="truncate" title={texts.moment(item.started_at)}>
            {texts.recent(item.started_at)} ·{" "}
            {failed ? item.outcome : texts.rowsIn(item.rows, item.elapsed_ms)} · {item.source}
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
