import { Settings2, Trash2 } from "lucide-react";
import { lazy, Suspense, useDeferredValue, useState } from "react";
import type { SchemaTable } from "@/api/types";
import { filterTables } from "@/schema/filter";
import { Button } from "@/ui/button";
import { ErrorNotice } from "@/ui/error-notice";
import { SearchInput } from "@/ui/search-input";
import { Skeleton } from "@/ui/skeleton";
import { exploreAddress } from "./addresses";
import { ChangeSource } from "./ChangeSource";
import { RemoveSource } from "./RemoveSource";
import { TableList } from "./TableList";
import { texts } from "./texts";
import { useExplored } from "./use-explored";

const Relations = lazy(() => import("./Relations"));

/** One source: its tables by schema, and how they hang together. */
export function SourceView({ name }: { name: string }) {
  const { summary, description, store } = useExplored(name);
  const [text, setText] = useState("");
  const [open, setOpen] = useState<"change" | "remove">();
  const filter = useDeferredValue(text);
  const close = () => {
    setOpen(undefined);
  };

  if (description.state === "failed") {
    return (
      <div className="flex flex-col gap-4">
        <h1 className="font-serif text-3xl font-medium">{name}</h1>
        <ErrorNotice error={description.error} onRetry={store.reload} />
        <a href={exploreAddress()} className="text-sm text-accent underline">
          {texts.backToSources}
        </a>
      </div>
    );
  }
  const tables = description.state === "ready" ? description.data.tables : undefined;
  return (
    <>
      <div className="mb-5 flex flex-wrap items-end justify-between gap-3">
        <div className="min-w-0">
          <h1 className="truncate font-serif text-3xl font-medium">{name}</h1>
          <p className="mt-1 text-[15px] text-muted">
            {summary?.engine}
            {tables && ` · ${texts.tables(tables.length)}`}
          </p>
        </div>
        {summary?.added && (
          <div className="flex gap-1">
            <Button
              variant="outline"
              onClick={() => {
                setOpen("change");
              }}
            >
              <Settings2 /> {texts.change}
            </Button>
            <Button
              variant="danger"
              onClick={() => {
                setOpen("remove");
              }}
            >
              <Trash2 /> {texts.removeSource}
            </Button>
          </div>
        )}
      </div>
      {!tables && (
        <div className="space-y-2">
          <Skeleton className="h-12" />
          <Skeleton className="h-12" />
          <Skeleton className="h-12" />
        </div>
      )}
      {tables?.length === 0 && (
        <div className="rounded-xl border border-dashed px-4 py-10 text-center">
          <p className="text-sm font-medium">{texts.emptySource}</p>
          <p className="mx-auto mt-1 max-w-prose text-[13px] text-muted">{texts.emptySourceHint}</p>
        </div>
      )}
      {tables && tables.length > 0 && (
        <>
          <section aria-labelledby="tables" className="mb-8">
            <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
              <h2 id="tables" className="text-sm font-semibold">
                {texts.tablesTitle}
              </h2>
              <div className="w-full sm:w-64">
                <SearchInput label={texts.filter} value={text} onChange={setText} />
              </div>
            </div>
            <Found source={name} tables={tables} filter={filter} />
          </section>
          <section aria-labelledby="relations">
            <h2 id="relations" className="mb-2 text-sm font-semibold">
              {texts.relations}
            </h2>
            <Suspense fallback={<Skeleton className="h-96" />}>
              <Relations source={name} tables={tables} />
            </Suspense>
          </section>
        </>
      )}
      {open === "change" && <ChangeSource name={name} onClose={close} />}
      {open === "remove" && <RemoveSource name={name} onClose={close} />}
    </>
  );
}

interface FoundProps {
  source: string;
  tables: SchemaTable[];
  filter: string;
}

function Found({ source, tables, filter }: FoundProps) {
  const found = filterTables(tables, filter).map((match) => match.table);
  return found.length > 0 ? (
    <TableList source={source} tables={found} />
  ) : (
    <p className="rounded-xl border border-dashed px-4 py-8 text-center text-sm text-muted">
      {texts.noMatch(filter)}
    </p>
  );
}
