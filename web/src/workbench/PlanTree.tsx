import type { Plan, PlanNode } from "@/api/types";
import { CopyButton } from "@/ui/copy-button";
import { planText } from "./plan";
import { texts } from "./texts";

/** A plan as a tree, the root first. */
export function PlanTree({ plan }: { plan: Plan }) {
  const most = mostRows(plan.plan);
  return (
    <div className="space-y-2" data-testid="plan">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="max-w-prose text-[13px] text-muted">{texts.planHint}</p>
        <CopyButton label={texts.copyPlan} text={() => planText(plan.plan)} />
      </div>
      <ul aria-label={texts.plan} className="text-sm">
        <Step node={plan.plan} most={most} />
      </ul>
    </div>
  );
}

function mostRows(node: PlanNode): number {
  return Math.max(node.estimated_rows ?? 0, ...node.children.map(mostRows));
}

function Step({ node, most }: { node: PlanNode; most: number }) {
  const rows = node.estimated_rows;
  return (
    <li className="min-w-0">
      <div className="flex items-start gap-3 rounded-md px-2 py-1.5 hover:bg-hover">
        <div className="min-w-0 flex-1">
          <p className="font-mono text-[13px] font-medium break-words">{node.name}</p>
          {node.detail && (
            <p className="max-w-prose text-xs break-words text-muted">{node.detail}</p>
          )}
        </div>
        {rows !== undefined && (
          <div className="w-32 shrink-0 text-right text-xs text-muted tabular-nums">
            {texts.rowsAbout(rows)}
            <span className="mt-1 block h-1.5 rounded-full bg-hover" aria-hidden="true">
              <span
                className="block h-full rounded-full bg-accent/60"
                style={{ width: `${String(most === 0 ? 0 : Math.max(1, (100 * rows) / most))}%` }}
              />
            </span>
          </div>
        )}
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
