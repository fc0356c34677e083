import type { Answer } from "@/api/types";
import { Badge } from "@/ui/badge";
import { TrustBadge, trustHint } from "./TrustBadge";

interface RestsOnProps {
  answer: Answer;
  askedAt: string;
}

function timeText(instant: string): string {
  const date = new Date(instant);
  return Number.isNaN(date.getTime())
    ? instant
    : date.toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });
}

/** How each word was read, how far the answer can be trusted and why, and where it came from. */
export function RestsOn({ answer, askedAt }: RestsOnProps) {
  const { trust, understood, unexplained, source, statistics } = answer;
  return (
    <div className="space-y-5 text-sm">
      {answer.explanation && <p className="max-w-prose text-ink">{answer.explanation}</p>}
      {understood.length > 0 && (
        <div>
          <h3 className="mb-1.5 text-xs font-medium text-muted">How your words were read</h3>
          <dl className="divide-y rounded-lg border">
            {understood.map((each, index) => (
              <div key={index} className="grid gap-x-4 px-3 py-2 sm:grid-cols-[10rem_1fr]">
                <dt className="font-medium">“{each.words}”</dt>
                <dd className="min-w-0 break-words text-muted">{each.meaning}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
      {unexplained.length > 0 && (
        <div className="flex flex-wrap items-center gap-1.5">
          <h3 className="text-xs font-medium text-muted">Not understood</h3>
          {unexplained.map((word) => (
            <Badge key={word} variant="warning">
              {word}
            </Badge>
          ))}
        </div>
      )}
      <div>
        <h3 className="mb-1.5 flex items-center gap-2 text-xs font-medium text-muted">
          Trust <TrustBadge trust={trust} />
          <span className="tabular-nums">{Math.round(trust.confidence * 100)}% confident</span>
        </h3>
        <p className="text-muted">{trustHint(trust.label)}</p>
        {trust.reasons.length > 0 && (
          <ul className="mt-1.5 list-disc space-y-0.5 pl-5 marker:text-border-strong">
            {trust.reasons.map((reason, index) => (
              <li key={index}>{reason}</li>
            ))}
          </ul>
        )}
      </div>
      <dl className="flex flex-wrap gap-x-8 gap-y-2">
        {source && <Fact name="Source" value={source} />}
        <Fact name="Asked" value={timeText(askedAt)} />
        {statistics && (
          <Fact name="Ran in" value={`${statistics.elapsed_ms.toLocaleString("en-US")} ms`} />
        )}
      </dl>
    </div>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt className="text-xs font-medium text-muted">{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
