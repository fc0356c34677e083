import { CircleAlert, RotateCw } from "lucide-react";
import { messageOf, nextStep } from "@/api/errors";
import { Button } from "./button";

interface ErrorNoticeProps {
  error: unknown;
  onRetry?: () => void;
}

/** Says what went wrong and what to do next. */
export function ErrorNotice({ error, onRetry }: ErrorNoticeProps) {
  return (
    <div role="alert" className="flex flex-wrap gap-3 rounded-lg bg-danger-soft px-4 py-3 text-sm">
      <CircleAlert className="mt-0.5 size-4 shrink-0 text-danger" aria-hidden="true" />
      <div className="min-w-0 flex-1 basis-40">
        <p className="font-medium break-words text-danger">{messageOf(error)}</p>
        <p className="mt-0.5 text-muted">{nextStep(error)}</p>
      </div>
      {onRetry && (
        <Button variant="outline" size="small" onClick={onRetry}>
          <RotateCw /> Retry
        </Button>
      )}
    </div>
  );
}
