import { CircleAlert, RotateCw } from "lucide-react";
import { messageOf, nextStep } from "@/api/errors";
import { Button } from "./button";
import { texts } from "./texts";

interface ErrorNoticeProps {
  error: unknown;
  onRetry?: () => void;
}

/** Says what went wrong and what to do next. */
export function ErrorNotice({ error, onRetry }: ErrorNoticeProps) {
  const step = nextStep(error);
  return (
    <div
      role="alert"
      className="flex flex-wrap items-start gap-x-4 gap-y-2 rounded-lg bg-danger-soft px-4 py-3 text-sm"
    >
      <div className="flex min-w-0 flex-1 basis-48 gap-3">
        <CircleAlert className="mt-0.5 size-4 shrink-0 text-danger" aria-hidden="true" />
        <div className="min-w-0">
          <p className="font-medium break-words text-danger">{messageOf(error)}</p>
          {step && <p className="mt-0.5 text-muted">{step}</p>}
        </div>
      </div>
      {onRetry && (
        <Button variant="outline" size="small" onClick={onRetry}>
          <RotateCw /> {texts.retry}
        </Button>
      )}
    </div>
  );
}
