import type { Plan, PlanNode } from "@/api/types";
import { cn } from "@/ui/cn";
import { isFarOff, mostOf, weightOf } from "./plan";
import { texts } from "./texts";

/** A plan as a tree, the root first. */
export function PlanTree({ plan }: { plan: Plan }) {
  return (
    <ul aria-label={texts.plan} className="text-sm">
      <Step node={plan.plan} most={mostOf(plan.plan)} />
    </ul>
  );
}

function Step({ node, most }: { node: PlanNode; most: number }) {
  const slowest = node.milliseconds !== undefined && most > 0 && node.milliseconds === most;
  return (
    <li className="min-w-0">
      <div className="flex items-start gap-3 rounded-md px-2 py-1.5 hover:bg-hover">
        <div className="min-w-0 flex-1">
          <p className="font-mono text-[13px] font-medium break-words">
            {node.name}
            {slowest && (
              <span className="ml-2 rounded-full bg-accent-soft px-2 py-0.5 font-sans text-xs font-medium whitespace-nowrap text-ink">
                {texts.slowest}
              </span>
            )}
          </p>
          {node.detail && (
            <p className="max-w-prose text-xs break-words text-muted">{node.detail}</p>
          )}
        </div>
        <Figures node={node} most={most} slowest={slowest} />
      </div>
      {node.children.length > 0 && (
        <ul className="ml-3 border-l pl-3">
          {node.children.map((child, index) => (
            <Step key={index} node={child} most={most} />
          ))}
        </ul>
      )}
    </li>
  );
}

function Figures({ node, most, slowest }: { node: PlanNode; most: number; slowest: boolean }) {
  const { rows, estimated_rows: expected, milliseconds } = node;
  const weight = weightOf(node);
  if (weight === undefined) {
    return null;
  }
  const share = most === 0 ? 0 : Math.max(1, (100 * weight) / most);
  return (
    <div className="w-36 shrink-0 text-right text-xs text-muted tabular-nums">
      {milliseconds === undefined ? (
        texts.rowsAbout(weight)
      ) : (
        <>
          <span className={cn(slowest && "font-medium text-ink")}>
            {texts.ownTime(milliseconds)}
          </span>
          {rows !== undefined && ` · ${texts.rows(rows)}`}
        </>
      )}
      <span className="mt-1 block h-1.5 rounded-full bg-hover" aria-hidden="true">
        <span
          className={cn("block h-full rounded-full", slowest ? "bg-accent" : "bg-accent/50")}
          style={{ width: `${String(share)}%` }}
        />
      </span>
      {rows !== undefined && expected !== undefined && isFarOff(rows, expected) && (
        <span className="mt-1 block">{texts.expected(expected)}</span>
      )}
    </div>
  );
}
