import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "./cn";

interface SelectProps extends Omit<ComponentProps<"select">, "size"> {
  /** Smaller ones stand in bars beside small buttons. */
  size?: "default" | "medium" | "small";
}

const SIZES = {
  default: "h-9 pr-9 pl-3 text-sm",
  medium: "h-8 pr-8 pl-2.5 text-sm",
  small: "h-7 pr-7 pl-2 text-[13px]",
};

/** The browser's own list to choose from, dressed as the other fields. */
export function Select({ className, size = "default", ...props }: SelectProps) {
  return (
    <span className={cn("relative block max-w-full min-w-0", className)}>
      <select
        className={cn(
          "w-full appearance-none truncate rounded-md border border-border-strong bg-surface text-ink aria-invalid:border-danger",
          SIZES[size],
        )}
        {...props}
      />
      <ChevronDown
        className="pointer-events-none absolute top-1/2 right-2 size-4 -translate-y-1/2 text-muted"
        aria-hidden="true"
      />
    </span>
  );
}
