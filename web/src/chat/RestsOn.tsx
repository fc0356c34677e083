import type { Answer } from "@/api/types";
import { exact, milliseconds, moment } from "@/language/format";
import { Badge } from "@/ui/badge";
import { plannerName } from "./planner-name";
import { texts } from "./texts";
import { TrustBadge } from "./TrustBadge";

interface RestsOnProps {
  answer: Answer;
  askedAt: string;
}

/** How each word was read, how far the answer can be trusted and why, and where it came from. */
export function RestsOn({ answer, askedAt }: RestsOnProps) {
  const { trust, understood, unexplained, source, statistics } = answer;
  return (
    <div className="space-y-5 text-sm">
      {answer.explanation && <p className="max-w-prose text-ink">{answer.explanation}</p>}
      {understood.length > 0 && (
        <div>
          <h3 className="mb-1.5 text-xs font-medium text-muted">{texts.howRead}</h3>
          <dl className="divide-y rounded-lg border">
            {understood.map((each, index) => (
              <div key={index} className="grid gap-x-4 px-3 py-2 sm:grid-cols-[10rem_1fr]">
                <dt className="font-medium">{texts.words(each.words)}</dt>
                <dd className="min-w-0 break-words text-muted">{each.meaning}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
      {unexplained.length > 0 && (
        <div className="flex flex-wrap items-center gap-1.5">
          <h3 className="text-xs font-medium text-muted">{texts.notUnderstood}</h3>
          {unexplained.map((word) => (
            <Badge key={word} variant="warning">
              {word}
            </Badge>
          ))}
        </div>
      )}
      <div>
        <h3 className="mb-1.5 flex items-center gap-2 text-xs font-medium text-muted">
          {texts.trust} <TrustBadge trust={trust} />
          <span className="tabular-nums">{texts.confident(trust.confidence)}</span>
        </h3>
        <p className="text-muted">{texts.trustOf[trust.label].hint}</p>
        {trust.reasons.length > 0 && (
          <ul className="mt-1.5 list-disc space-y-0.5 pl-5 marker:text-border-strong">
            {trust.reasons.map((reason, index) => (
              <li key={index}>{reason}</li>
            ))}
          </ul>
        )}
      </div>
      <dl className="flex flex-wrap gap-x-8 gap-y-2">
        {trust.planner && <Fact name={texts.planners.planner} value={plannerName(trust.planner)} />}
        {source && <Fact name={texts.source} value={source} />}
        <Fact name={texts.asked} value={moment(askedAt)} />
        {statistics?.as_of && <Fact name={texts.keptRows} value={exact(statistics.as_of)} />}
        {statistics && <Fact name={texts.ranIn} value={milliseconds(statistics.elapsed_ms)} />}
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
