import { ChevronRight } from "lucide-react";
import { Collapsible } from "radix-ui";
import { useState, type ReactNode } from "react";

interface DisclosureProps {
  title: string;
  hint?: ReactNode;
  defaultOpen?: boolean;
  /** Called each time that somebody opens it. */
  onOpened?: () => void;
  children: ReactNode;
}

/** A titled part of an answer that opens in place. */
export function Disclosure(props: DisclosureProps) {
  const { title, hint, defaultOpen = false, onOpened, children } = props;
  const [open, setOpen] = useState(defaultOpen);
  return (
    <Collapsible.Root
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        if (next) {
          onOpened?.();
        }
      }}
    >
      <Collapsible.Trigger className="group flex w-full items-center gap-2 rounded-md px-4 py-2.5 text-left text-sm font-medium text-ink hover:bg-hover sm:px-5">
        <ChevronRight className="size-4 shrink-0 text-muted transition-transform group-data-[state=open]:rotate-90" />
        <span className="shrink-0">{title}</span>
        {!open && <span className="min-w-0 truncate font-normal text-muted">{hint}</span>}
      </Collapsible.Trigger>
      <Collapsible.Content className="px-4 pt-1 pb-4 sm:px-5">{children}</Collapsible.Content>
    </Collapsible.Root>
  );
}
