import { QueryError } from "@/sql/QueryError";
import { Skeleton } from "@/ui/skeleton";
import { PlanTree } from "./PlanTree";
import type { PlanSheet } from "./sheets";
import { texts } from "./texts";

/** How the engine runs a statement, or why it does not say. */
export function PlanPane({ sheet }: { sheet: PlanSheet }) {
  if (sheet.plan) {
    return <PlanTree plan={sheet.plan} />;
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
