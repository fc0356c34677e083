import { Rows3 } from "lucide-react";
import { modifierKey } from "@/ui/modifier-key";
import { texts } from "./texts";

/** What stands where rows will be, before anything ran. */
export function EmptyResults() {
  return (
    <section
      aria-label={texts.results}
      className="flex min-h-0 flex-1 flex-col items-center justify-center gap-3 overflow-y-auto p-6 text-center"
    >
      <Rows3 className="size-8 text-border-strong" aria-hidden="true" />
      <div className="space-y-1">
        <h2 className="font-medium">{texts.emptyTitle}</h2>
        <p className="max-w-sm text-sm text-muted">{texts.empty}</p>
      </div>
      <dl className="grid grid-cols-[auto_auto] gap-x-4 gap-y-1 text-left text-[13px] max-sm:hidden">
        {texts.emptyKeys(modifierKey).map(([keys, what]) => (
          <div key={keys} className="contents">
            <dt className="text-right">
              <kbd className="font-mono text-xs text-muted">{keys}</kbd>
            </dt>
            <dd className="text-muted">{what}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
