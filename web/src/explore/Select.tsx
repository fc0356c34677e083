import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "@/ui/cn";

/** The browser's own list to choose from, dressed as the other fields. */
export function Select({ className, ...props }: ComponentProps<"select">) {
  return (
    <span className="relative block">
      <select
        className={cn(
          "h-9 w-full appearance-none rounded-md border border-border-strong bg-surface pr-9 pl-3 text-sm text-ink",
          className,
        )}
        {...props}
      />
      <ChevronDown
        className="pointer-events-none absolute top-2.5 right-3 size-4 text-muted"
        aria-hidden="true"
      />
    </span>
  );
}
