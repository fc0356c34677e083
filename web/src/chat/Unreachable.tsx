import { RotateCw, Unplug } from "lucide-react";
import { useEffect } from "react";
import { messageOf, nextStep } from "@/api/errors";
import { Button } from "@/ui/button";
import { texts } from "./texts";

interface UnreachableProps {
  error: unknown;
  onRetry: () => void;
}

const AGAIN_MILLIS = 4000;

/** In place of the page while the server does not answer; it comes back by itself. */
export function Unreachable({ error, onRetry }: UnreachableProps) {
  useEffect(() => {
    const timer = setInterval(onRetry, AGAIN_MILLIS);
    return () => {
      clearInterval(timer);
    };
  }, [onRetry]);

  return (
    <div
      role="alert"
      className="mx-auto flex max-w-md flex-1 flex-col items-center justify-center gap-2 px-4 pb-16 text-center"
    >
      <Unplug className="mb-2 size-8 text-muted" aria-hidden="true" />
      <h1 className="font-serif text-2xl font-medium">{messageOf(error)}</h1>
      <p className="text-sm text-muted">
        {nextStep(error)} {texts.again}
      </p>
      <Button className="mt-3" onClick={onRetry}>
        <RotateCw /> {texts.retry}
      </Button>
    </div>
  );
}
