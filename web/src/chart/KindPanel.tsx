import { useEffect, useRef } from "react";
import type { DrawnRows, SentKind } from "@/api/types";
import { cn } from "@/ui/cn";
import { KindIcon } from "./KindIcon";
import { texts } from "./texts";

type Kind = DrawnRows["kinds"][number];

interface KindPanelProps {
  id: string;
  kinds: Kind[];
  chosen: SentKind | undefined;
  /** Nothing where somebody leaves without a choice. */
  onDone: (kind?: SentKind) => void;
}

/** Every kind of chart, above the chart: those that fit first and why, the others with what they lack. */
export default function KindPanel({ id, kinds, chosen, onDone }: KindPanelProps) {
  const panel = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const first = panel.current?.querySelector<HTMLElement>("[aria-pressed=true], button");
    first?.focus({ preventScroll: true });
  }, []);

  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      // What lies over the page takes its own Escape.
      if (event.key === "Escape" && !event.defaultPrevented) {
        onDone();
      }
    };
    document.addEventListener("keydown", leave);
    return () => {
      document.removeEventListener("keydown", leave);
    };
  }, [onDone]);

  return (
    <div
      ref={panel}
      id={id}
      role="group"
      aria-label={texts.kind}
      className="mb-3 max-h-64 animate-fade space-y-3 overflow-y-auto rounded-lg border bg-paper p-2"
    >
      <Kinds
        title={texts.fits}
        kinds={kinds.filter(({ fits }) => fits)}
        chosen={chosen}
        onChoose={onDone}
      />
      <Kinds
        title={texts.lacks}
        kinds={kinds.filter(({ fits }) => !fits)}
        chosen={chosen}
        onChoose={onDone}
      />
    </div>
  );
}

interface KindsProps {
  title: string;
  kinds: Kind[];
  chosen: SentKind | undefined;
  onChoose: (kind: SentKind) => void;
}

function Kinds({ title, kinds, chosen, onChoose }: KindsProps) {
  if (kinds.length === 0) {
    return null;
  }
  return (
    <section>
      <h3 className="px-2 pt-1 pb-1.5 text-xs font-medium text-muted">{title}</h3>
      <ul className="grid grid-cols-2 gap-1 sm:grid-cols-3">
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
                "flex h-full w-full items-start gap-2 rounded-md px-2 py-1.5 text-left [&_svg]:mt-0.5 [&_svg]:size-4 [&_svg]:shrink-0",
                fits ? "hover:bg-hover" : "cursor-default text-muted [&_svg]:opacity-60",
                kind === chosen && "bg-accent-soft hover:bg-accent-soft",
              )}
            >
              <KindIcon kind={kind} />
              <span className="min-w-0">
                <span className="block text-[13px] font-medium">{texts.kinds[kind]}</span>
                <span
                  className={cn(
                    "block text-xs leading-snug",
                    kind === chosen ? "text-ink" : "text-muted",
                  )}
                >
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
