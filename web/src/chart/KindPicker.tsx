import { Popover } from "radix-ui";
import { useState, type ReactNode } from "react";
import type { DrawnRows, SentKind } from "@/api/types";
import { cn } from "@/ui/cn";
import { KindIcon } from "./KindIcon";
import { texts } from "./texts";

type Kind = DrawnRows["kinds"][number];

interface KindPickerProps {
  kinds: Kind[];
  chosen: SentKind | undefined;
  onChoose: (kind: SentKind) => void;
  /** The button that opens it. */
  children: ReactNode;
}

/** Every kind of chart: those that fit first and why, the others with what they lack. */
export function KindPicker({ kinds, chosen, onChoose, children }: KindPickerProps) {
  const [open, setOpen] = useState(false);
  const choose = (kind: SentKind) => {
    setOpen(false);
    if (kind !== chosen) {
      onChoose(kind);
    }
  };
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>{children}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          aria-label={texts.kind}
          align="end"
          sideOffset={6}
          collisionPadding={12}
          className="z-50 max-h-[min(26rem,var(--radix-popover-content-available-height))] w-80 max-w-[calc(100vw-1.5rem)] animate-fade space-y-3 overflow-y-auto rounded-lg border bg-surface p-2 shadow-card"
        >
          <Kinds
            title={texts.fits}
            kinds={kinds.filter(({ fits }) => fits)}
            chosen={chosen}
            onChoose={choose}
          />
          <Kinds
            title={texts.lacks}
            kinds={kinds.filter(({ fits }) => !fits)}
            chosen={chosen}
            onChoose={choose}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

interface KindsProps extends Omit<KindPickerProps, "children"> {
  title: string;
}

function Kinds({ title, kinds, chosen, onChoose }: KindsProps) {
  if (kinds.length === 0) {
    return null;
  }
  return (
    <section>
      <h3 className="px-2 pt-1 pb-1.5 text-xs font-medium text-muted">{title}</h3>
      <ul>
        {kinds.map(({ kind, fits, why }) => (
          <li key={kind}>
            <button
              type="button"
              aria-disabled={!fits}
              aria-pressed={kind === chosen}
              data-kind-choice={kind}
              onClick={() => {
                if (fits) {
                  onChoose(kind);
                }
              }}
              className={cn(
                "flex w-full items-start gap-2.5 rounded-md px-2 py-1.5 text-left [&_svg]:mt-0.5 [&_svg]:size-4 [&_svg]:shrink-0",
                fits ? "hover:bg-hover" : "cursor-default text-muted [&_svg]:opacity-60",
                kind === chosen && "bg-accent-soft",
              )}
            >
              <KindIcon kind={kind} />
              <span className="min-w-0">
                <span className="block text-sm">{texts.kinds[kind]}</span>
                <span className={cn("block text-xs", kind === chosen ? "text-ink" : "text-muted")}>
                  {why}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
