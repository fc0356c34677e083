import { lazy, Suspense } from "react";
import { useApprovalRoute } from "@/write/route";
import { App } from "./App";

// Who comes to ask needs nothing of it.
const ApprovalPage = lazy(() => import("@/write/ApprovalPage"));

/** The page that the address names. */
export function Pages() {
  const approval = useApprovalRoute();
  return approval ? (
    <Suspense>
      <ApprovalPage key={approval} id={approval} />
    </Suspense>
  ) : (
    <App />
  );
}
