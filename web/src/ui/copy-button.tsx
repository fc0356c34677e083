import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "./button";
import { copyText } from "./clipboard";

interface CopyButtonProps {
  label: string;
  text: () => string;
}

export function CopyButton({ label, text }: CopyButtonProps) {
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
    <Button variant="ghost" size="small" onClick={copy}>
      {outcome === "copied" ? <Check /> : <Copy />}
      <span aria-live="polite">
        {outcome === "idle" ? label : outcome === "copied" ? "Copied" : "Copying was refused"}
      </span>
    </Button>
  );
}
