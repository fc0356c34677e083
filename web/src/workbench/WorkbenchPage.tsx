import { PanelLeft, SquareTerminal } from "lucide-react";
import { useCallback, useEffect, useRef, useState } from "react";
import { call } from "@/api/client";
import type { QueryVersion } from "@/api/types";
import { Account } from "@/identity/Account";
import { useCatalog, useTables } from "@/schema/catalog";
import { previewSql } from "@/sql/identifiers";
import { ThemeToggle } from "@/theme/ThemeToggle";
import { Button } from "@/ui/button";
import { ErrorNotice } from "@/ui/error-notice";
import { Sheet as Drawer } from "@/ui/sheet";
import { Skeleton } from "@/ui/skeleton";
import { useMedia } from "@/ui/use-media";
import { useRemembered } from "@/ui/use-remembered";
import type { Asked } from "./address";
import { ClosedNotice } from "./ClosedNotice";
import { HistoryPanel } from "./HistoryPanel";
import { SavedPanel } from "./SavedPanel";
import { isBusy } from "./sheets";
import { SidePanel } from "./SidePanel";
import { statementsOf } from "./statements";
import { TabPane } from "./TabPane";
import { TablesPanel } from "./TablesPanel";
import { TabStrip } from "./TabStrip";
import { currentTab } from "./tabs";
import { texts } from "./texts";
import { useAddress } from "./use-address";
import { benches } from "./use-bench";
import { useTabs, type Draft } from "./use-tabs";
import { VersionsDialog } from "./VersionsDialog";
import type { EditorHandle } from "./WorkbenchEditor";

/** Where people write SQL: tabs, what they ran, and what came of it. */
export default function WorkbenchPage() {
  const { sources, store } = useCatalog();
  const { tabs, open, openFirst, change, choose, close, reopen, move } = useTabs();
  const wide = useMedia("(min-width: 1000px)");
  const [pinned, setPinned] = useRemembered("alidade.workbench.panel", true);
  const [drawer, setDrawer] = useState(false);
  const [round, setRound] = useState(0);
  const [versions, setVersions] = useState<string>();
  const [missing, setMissing] = useState<unknown>();
  const editor = useRef<EditorHandle>(null);
  const latest = useRef(tabs);
  const tab = currentTab(tabs);
  const { engine, tables, state } = useTables(tab?.source ?? "");
  const known = sources.state === "ready" ? sources.data : [];
  const first = known.find(({ status }) => status === "available")?.name;
  const empty = tabs.open.length === 0;

  useEffect(() => {
    latest.current = tabs;
  });

  const openSaved = useCallback(
    (name: string) => {
      const same = latest.current.open.find((each) => each.saved?.name === name);
      if (same) {
        choose(same.id);
        return;
      }
      call("show_query", { name }).then((query) => {
        setMissing(undefined);
        open(draftOf(name, query.approved ?? query.waiting));
      }, setMissing);
    },
    [choose, open],
  );

  const onAsked = useCallback(
    (asked: Asked) => {
      if (asked.kind === "saved") {
        openSaved(asked.name);
      }
      if (asked.kind !== "text") {
        return;
      }
      const { source, sql, title } = asked;
      const same = latest.current.open.find((each) => each.source === source && each.sql === sql);
      if (same) {
        choose(same.id);
      } else {
        open({ source, sql, ...(title && { title }) });
      }
    },
    [open, choose, openSaved],
  );
  useAddress(tab, onAsked);

  useEffect(() => {
    if (empty && first) {
      openFirst({ source: first });
    }
  }, [empty, first, openFirst]);

  const runAnew = (source: string, sql: string, title: string) => {
    setDrawer(false);
    const id = open({ source, sql, title });
    const statements = statementsOf(sql, engine);
    void benches.run(id, { source, statements, parametersOf: () => undefined });
  };

  const tablesPanel = tab && (
    <TablesPanel
      engine={engine}
      tables={tables}
      loading={state === "loading"}
      onInsert={(text) => {
        setDrawer(false);
        editor.current?.insert(text);
      }}
      onPreview={(table) => {
        runAnew(tab.source, previewSql(engine, table), table.name);
      }}
    />
  );
  const panel = (
    <SidePanel
      tables={tablesPanel}
      saved={
        <SavedPanel
          round={round}
          onOpen={(name) => {
            setDrawer(false);
            openSaved(name);
          }}
          onVersions={setVersions}
        />
      }
      history={
        <HistoryPanel
          onOpen={({ source, sql }) => {
            setDrawer(false);
            open({ source, sql });
          }}
          onRerun={({ source, sql }) => {
            runAnew(source, sql, texts.untitled);
          }}
        />
      }
    />
  );

  return (
    <div className="flex min-h-0 min-w-0 flex-1">
      {wide && pinned && (
        <aside
          aria-label={texts.sidePanel}
          className="flex w-66 shrink-0 flex-col border-r bg-paper"
        >
          {panel}
        </aside>
      )}
      <div className="flex min-w-0 flex-1 flex-col">
        <header className="flex h-12 shrink-0 items-center gap-1 px-2">
          <h1 className="sr-only">{texts.workbench}</h1>
          <Button
            variant="ghost"
            size="icon"
            aria-label={texts.sidePanel}
            title={texts.sidePanel}
            aria-pressed={wide ? pinned : drawer}
            onClick={() => {
              if (wide) {
                setPinned(!pinned);
              } else {
                setDrawer(true);
              }
            }}
          >
            <PanelLeft />
          </Button>
          <TabStrip
            tabs={tabs}
            busy={(id) => isBusy(benches.bench(id))}
            onChoose={choose}
            onClose={close}
            onMove={move}
            onRename={(id, title) => {
              change(id, { title });
            }}
            onDuplicate={open}
            onNew={() => {
              open({ source: tab?.source ?? first ?? "" });
            }}
          />
          <ThemeToggle />
          <Account />
        </header>
        <main className="flex min-h-0 flex-1 flex-col">
          {missing !== undefined && (
            <div className="px-3 py-2">
              <ErrorNotice error={missing} />
            </div>
          )}
          {sources.state === "failed" && (
            <div className="p-4">
              <ErrorNotice error={sources.error} onRetry={store.reload} />
            </div>
          )}
          {tab ? (
            <div
              id="workbench-panel"
              role="tabpanel"
              aria-labelledby={`tab-${tab.id}`}
              className="flex min-h-0 flex-1 flex-col"
            >
              <TabPane
                tab={tab}
                sources={known}
                engine={engine}
                tables={tables}
                editor={editor}
                onChange={change}
                onOpen={open}
                onSaved={() => {
                  setRound(round + 1);
                }}
              />
            </div>
          ) : (
            <Nothing loading={sources.state === "loading"} />
          )}
        </main>
      </div>
      <Drawer side="left" title={texts.sidePanel} open={drawer && !wide} onOpenChange={setDrawer}>
        {panel}
      </Drawer>
      {versions !== undefined && (
        <VersionsDialog
          name={versions}
          onClose={() => {
            setVersions(undefined);
          }}
          onUse={({ query }) => {
            setVersions(undefined);
            setDrawer(false);
            open(draftOf(versions, query));
          }}
          onApproved={() => {
            setRound(round + 1);
          }}
        />
      )}
      <ClosedNotice tabs={tabs} onReopen={reopen} />
    </div>
  );
}

function draftOf(name: string, version: QueryVersion | undefined): Draft {
  return {
    title: version?.title ?? name,
    source: version?.source ?? "",
    sql: version?.sql ?? "",
    saved: { name, version: version?.version ?? 1 },
    declared: version?.parameters,
  };
}

function Nothing({ loading }: { loading: boolean }) {
  return loading ? (
    <Skeleton className="m-4 h-40" />
  ) : (
    <div className="flex flex-1 flex-col items-center justify-center gap-3 p-6 text-center">
      <SquareTerminal className="size-8 text-border-strong" aria-hidden="true" />
      <h2 className="font-medium">{texts.noData}</h2>
      <p className="max-w-sm text-sm text-muted">{texts.noDataHint}</p>
    </div>
  );
}
