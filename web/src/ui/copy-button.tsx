import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "./button";
import { copyText } from "./clipboard";
import { cn } from "./cn";
import { texts } from "./texts";

interface CopyButtonProps {
  label: string;
  /** Where the label is left out: the sign alone is shown. */
  terse?: "phone" | "always";
  text: () => string;
}

export function CopyButton({ label, terse, text }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<"idle" | "copied" | "failed">("idle");

  useEffect(() => {
    if (outcome === "idle") {
      return;
    }
    const timer = setTimeout(() => {
      setOutcome("idle");
    }, 1600);
    return () => {
      clearTimeout(timer);
    };
  }, [outcome]);

  const copy = () => {
    copyText(text()).then(
      () => {
        setOutcome("copied");
      },
      () => {
        setOutcome("failed");
      },
    );
  };

  return (
    <Button variant="ghost" size="small" title={terse && label} onClick={copy}>
      {outcome === "copied" ? <Check /> : <Copy />}
      <span
        aria-live="polite"
        className={cn(terse === "phone" && "max-sm:sr-only", terse === "always" && "sr-only")}
      >
        {outcome === "idle" ? label : outcome === "copied" ? texts.copied : texts.notCopied}
      </span>
    </Button>
  );
}
