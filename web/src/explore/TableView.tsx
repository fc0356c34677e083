import { MessageSquarePlus, SquareTerminal } from "lucide-react";
import { lazy, Suspense, useEffect, useMemo } from "react";
import { questionAbout } from "@/chat/suggestions";
import { tour } from "@/tour/tour-store";
import { Button } from "@/ui/button";
import { ErrorNotice } from "@/ui/error-notice";
import { Skeleton } from "@/ui/skeleton";
import { exploreAddress, tableName, workbenchAddress } from "./addresses";
import { askAddress } from "@/chat/asking";
import { ColumnTable } from "./ColumnTable";
import { RelationLinks } from "./RelationLinks";
import { relationsOf } from "./relations";
import { Sample } from "./Sample";
import { texts } from "./texts";
import { useExplored } from "./use-explored";

const Relations = lazy(() => import("./Relations"));

interface TableViewProps {
  source: string;
  name: string;
}

/** One table: its columns with what they hold, its first rows, and what it hangs together with. */
export function TableView({ source, name }: TableViewProps) {
  const { summary, description, store } = useExplored(source);
  const tables = useMemo(
    () => (description.state === "ready" ? description.data.tables : []),
    [description],
  );
  const table = tables.find((each) => tableName(each) === name);
  const relations = useMemo(
    () => relationsOf(tables).filter(({ from, to }) => from === name || to === name),
    [tables, name],
  );

  const known = table !== undefined;
  useEffect(() => {
    if (known) {
      tour.did("data");
    }
  }, [known]);

  if (description.state === "failed") {
    return <ErrorNotice error={description.error} onRetry={store.reload} />;
  }
  if (description.state === "loading" || !summary) {
    return (
      <div className="space-y-3">
        <Skeleton className="h-9 w-1/3" />
        <Skeleton className="h-64" />
      </div>
    );
  }
  if (!table) {
    return (
      <div className="rounded-xl border border-dashed px-4 py-10 text-center">
        <h1 className="text-sm font-medium">{texts.noSuchTable(name)}</h1>
        <a
          href={exploreAddress(source)}
          className="mt-2 inline-block text-sm text-accent underline"
        >
          {texts.backToTables(source)}
        </a>
      </div>
    );
  }
  return (
    <>
      <div className="mb-5 flex flex-wrap items-end justify-between gap-3">
        <div className="min-w-0">
          <h1 className="truncate font-serif text-3xl font-medium">{table.name}</h1>
          <p className="mt-1 text-[15px] text-muted">
            {[
              table.schema,
              table.kind === "view" ? texts.view : undefined,
              typeof table.rows === "number" ? texts.rows(table.rows) : undefined,
              texts.columns(table.columns.length),
            ]
              .filter(Boolean)
              .join(" · ")}
          </p>
          {table.comment && <p className="mt-1 max-w-prose text-sm">{table.comment}</p>}
        </div>
        <div className="flex flex-wrap gap-2">
          <Button variant="outline" asChild>
            <a href={workbenchAddress(source, summary.engine, table)}>
              <SquareTerminal /> {texts.workbench}
            </a>
          </Button>
          <Button asChild>
            <a href={askAddress(questionAbout(table), source, true)}>
              <MessageSquarePlus /> {texts.ask}
            </a>
          </Button>
        </div>
      </div>
      <ColumnTable source={source} table={table} />
      <section aria-labelledby="sample" className="mt-8">
        <h2 id="sample" className="mb-2 text-sm font-semibold">
          {texts.sample}
        </h2>
        <Sample source={source} engine={summary.engine} table={table} />
      </section>
      {relations.length > 0 && (
        <section aria-labelledby="relations" className="mt-8">
          <h2 id="relations" className="mb-2 text-sm font-semibold">
            {texts.relations}
          </h2>
          <RelationLinks source={source} name={name} relations={relations} />
          <Suspense fallback={<Skeleton className="h-96" />}>
            <Relations source={source} tables={tables} around={name} />
          </Suspense>
        </section>
      )}
    </>
  );
}
