import { Timer } from "lucide-react";
import { QueryError } from "@/sql/QueryError";
import { Button } from "@/ui/button";
import { CopyButton } from "@/ui/copy-button";
import { Skeleton } from "@/ui/skeleton";
import { planText } from "./plan";
import { PlanTree } from "./PlanTree";
import type { PlanSheet } from "./sheets";
import { texts } from "./texts";
import { benches } from "./use-bench";

/** How the engine runs a statement, or why it does not say. */
export function PlanPane({ tab, sheet }: { tab: string; sheet: PlanSheet }) {
  if (sheet.plan) {
    return <WholePlan tab={tab} sheet={sheet} plan={sheet.plan} />;
  }
  if (sheet.state === "running") {
    return <Skeleton className="h-40" />;
  }
  return sheet.state === "failed" ? (
    <QueryError error={sheet.error} sql={sheet.sql} line={sheet.line} />
  ) : (
    <p className="py-6 text-center text-sm text-muted">{texts.stopped}</p>
  );
}

interface WholePlanProps {
  tab: string;
  sheet: PlanSheet;
  plan: NonNullable<PlanSheet["plan"]>;
}

function WholePlan({ tab, sheet, plan }: WholePlanProps) {
  const busy = sheet.state === "running";
  return (
    <div className="space-y-2" data-testid="plan" aria-busy={busy}>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="max-w-prose text-[13px] text-muted">
          {plan.measured ? texts.measuredHint : texts.planHint}
        </p>
        <div className="flex gap-1">
          <Button
            variant="outline"
            size="small"
            disabled={busy}
            onClick={() => void benches.measure(tab, sheet)}
          >
            <Timer /> {busy ? texts.running : plan.measured ? texts.measureAgain : texts.measure}
          </Button>
          <CopyButton label={texts.copyPlan} text={() => planText(plan.plan)} />
        </div>
      </div>
      <p role="status" className="text-[13px] text-muted empty:hidden">
        {sheet.unmeasured}
      </p>
      <PlanTree plan={plan} />
    </div>
  );
}
