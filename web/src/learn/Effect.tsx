import type { Evaluation } from "@/api/types";
import { texts } from "./texts";

/** What a proposal would change, in numbers. */
export function Effect({ effect }: { effect: Evaluation }) {
  const { verified, asked } = effect;
  return (
    <div className="space-y-2 rounded-lg border border-dashed px-3 py-2.5" data-testid="effect">
      <p>{effect.summary}</p>
      <dl className="flex flex-wrap gap-x-8 gap-y-2">
        <Figure
          name={texts.verifiedRight}
          value={texts.rightOf(verified.right_before, verified.right_after, verified.questions)}
        />
        <Figure name={texts.askedOfLate} value={texts.alike(asked.same, asked.questions)} />
      </dl>
      {verified.changed.length > 0 && (
        <ul className="list-disc space-y-0.5 pl-5 text-[13px] marker:text-border-strong">
          {verified.changed.map((each) => (
            <li key={each.question}>{texts.changed(each.question, each.before, each.after)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt className="text-xs font-medium text-muted">{name}</dt>
      <dd className="tabular-nums">{value}</dd>
    </div>
  );
}
