import type { Evaluation } from "@/api/types";

/** What a proposal would change, in numbers. */
export function Effect({ effect }: { effect: Evaluation }) {
  const { verified, asked } = effect;
  return (
    <div className="space-y-2 rounded-lg border border-dashed px-3 py-2.5" data-testid="effect">
      <p>{effect.summary}</p>
      <dl className="flex flex-wrap gap-x-8 gap-y-2">
        <Figure
          name="Verified questions right"
          value={`${String(verified.right_before)} → ${String(verified.right_after)} of ${String(verified.questions)}`}
        />
        <Figure
          name="Asked of late"
          value={`${String(asked.same)} of ${String(asked.questions)} alike`}
        />
      </dl>
      {verified.changed.length > 0 && (
        <ul className="list-disc space-y-0.5 pl-5 text-[13px] marker:text-border-strong">
          {verified.changed.map((each) => (
            <li key={each.question}>
              {each.question}: {each.before} → {each.after}
            </li>
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
