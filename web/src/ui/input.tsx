import type { ComponentProps } from "react";
import { cn } from "./cn";

export function Input({ className, ...props }: ComponentProps<"input">) {
  return (
    <input
      className={cn(
        "h-9 w-full rounded-md border border-border-strong bg-surface px-3 text-sm text-ink placeholder:text-muted aria-invalid:border-danger",
        className,
      )}
      {...props}
    />
  );
}
