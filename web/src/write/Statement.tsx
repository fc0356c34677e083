import { lazy, Suspense } from "react";
import type { Approval } from "@/api/types";
import { useCatalog } from "@/schema/catalog";
import { CopyButton } from "@/ui/copy-button";
import { texts } from "./texts";

const SqlText = lazy(() => import("@/sql/SqlText"));

/** What would run, to the letter, with the values that are bound. */
export function Statement({ approval }: { approval: Approval }) {
  const { sources } = useCatalog();
  const { sql } = approval.preview;
  const engine =
    sources.state === "ready"
      ? (sources.data.find((each) => each.name === approval.source)?.engine ?? "")
      : "";
  const values = valuesOf(approval.parameters);
  return (
    <section>
      <div className="mb-1.5 flex items-center justify-between gap-2">
        <h2 id="statement" className="text-[13px] font-medium text-muted">
          {texts.statement}
        </h2>
        <CopyButton label={texts.copySql} text={() => sql} />
      </div>
      <div
        // Long statements scroll, also by keys.
        tabIndex={0}
        role="region"
        aria-labelledby="statement"
        className="max-h-80 overflow-auto rounded-lg bg-sunken px-4 py-3"
      >
        <pre className="font-mono text-[13px] leading-relaxed break-words whitespace-pre-wrap">
          <Suspense fallback={<code>{sql}</code>}>
            <SqlText text={sql} engine={engine} />
          </Suspense>
        </pre>
      </div>
      {values.length > 0 && (
        <dl className="mt-2 flex flex-wrap gap-x-6 gap-y-1 text-[13px]">
          {values.map(([name, value]) => (
            <div key={name} className="flex gap-2">
              <dt className="font-mono text-muted">{name}</dt>
              <dd className="font-mono break-all">{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

/** Values by the names under which the statement binds them. */
function valuesOf(parameters: unknown): [string, string][] {
  if (typeof parameters !== "object" || parameters === null) {
    return [];
  }
  const listed = Array.isArray(parameters);
  return Object.entries(parameters).map(([key, value]) => [
    listed ? `?${String(Number(key) + 1)}` : `$${key}`,
    JSON.stringify(value),
  ]);
}
