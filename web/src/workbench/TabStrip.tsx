import { Ellipsis, Plus, X } from "lucide-react";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { Button } from "@/ui/button";
import { cn } from "@/ui/cn";
import { copyText } from "@/ui/clipboard";
import { Input } from "@/ui/input";
import { Menu, MenuItem } from "@/ui/menu";
import { addressOf } from "./address";
import type { Tab, Tabs } from "./tabs";
import { texts } from "./texts";

interface TabStripProps {
  tabs: Tabs;
  busy: (id: string) => boolean;
  onChoose: (id: string) => void;
  onClose: (id: string) => void;
  onMove: (id: string, by: number) => void;
  onRename: (id: string, title: string) => void;
  onDuplicate: (tab: Tab) => void;
  onNew: () => void;
}

/** The open queries, each a tab that can be named, moved and closed. */
export function TabStrip(props: TabStripProps) {
  const { tabs, onMove, onNew } = props;
  const [named, setNamed] = useState("");
  const [dragged, setDragged] = useState("");
  const list = useRef<HTMLDivElement>(null);

  const { current, open } = tabs;
  useEffect(() => {
    list.current
      ?.querySelector("[aria-selected=true]")
      ?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [current, open.length]);

  const onKeyDown = (event: KeyboardEvent, at: number) => {
    const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 };
    const step = steps[event.key];
    const tab = tabs.open[at];
    if (event.key === "F2" && tab) {
      setNamed(tab.id);
    }
    if (step === undefined || !tab) {
      return;
    }
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) {
      onMove(tab.id, step);
      return;
    }
    const next = tabs.open[at + step];
    if (next) {
      props.onChoose(next.id);
      requestAnimationFrame(() => {
        list.current?.querySelector<HTMLElement>("[aria-selected=true]")?.focus();
      });
    }
  };

  const drop = (at: number) => {
    const from = tabs.open.findIndex(({ id }) => id === dragged);
    if (from >= 0 && from !== at) {
      onMove(dragged, at - from);
    }
    setDragged("");
  };

  return (
    <div className="flex min-w-0 flex-1 items-center gap-1">
      <div
        ref={list}
        role="tablist"
        aria-label={texts.tabs}
        className="flex min-w-0 items-center gap-1 overflow-x-auto py-1 [scrollbar-width:none]"
      >
        {tabs.open.map((tab, at) =>
          tab.id === named ? (
            <TabName
              key={tab.id}
              tab={tab}
              onDone={(title) => {
                setNamed("");
                if (title) {
                  props.onRename(tab.id, title);
                }
              }}
            />
          ) : (
            <button
              key={tab.id}
              type="button"
              role="tab"
              id={`tab-${tab.id}`}
              aria-selected={tab.id === tabs.current}
              aria-controls="workbench-panel"
              tabIndex={tab.id === tabs.current ? 0 : -1}
              draggable
              title={tab.saved ? `${tab.title} · ${tab.source}` : tab.source}
              onClick={() => {
                props.onChoose(tab.id);
              }}
              onDoubleClick={() => {
                setNamed(tab.id);
              }}
              onAuxClick={(event) => {
                if (event.button === 1) {
                  props.onClose(tab.id);
                }
              }}
              onKeyDown={(event) => {
                onKeyDown(event, at);
              }}
              onDragStart={() => {
                setDragged(tab.id);
              }}
              onDragOver={(event) => {
                event.preventDefault();
              }}
              onDrop={() => {
                drop(at);
              }}
              className={cn(
                "flex h-8 max-w-48 shrink-0 items-center gap-1.5 rounded-md px-3 text-[13px]",
                tab.id === tabs.current
                  ? "bg-surface font-medium text-ink shadow-[inset_0_0_0_1px_var(--border-strong)]"
                  : "text-muted hover:bg-hover hover:text-ink",
              )}
            >
              {props.busy(tab.id) && (
                <span className="size-1.5 shrink-0 animate-pulse rounded-full bg-accent" />
              )}
              <span className="truncate">{tab.title}</span>
            </button>
          ),
        )}
      </div>
      <CurrentTab {...props} onNamed={setNamed} />
      <Button
        variant="ghost"
        size="small-icon"
        aria-label={texts.newTab}
        title={texts.newTab}
        onClick={onNew}
      >
        <Plus />
      </Button>
    </div>
  );
}

function CurrentTab({
  tabs,
  onNamed,
  onMove,
  onClose,
  onDuplicate,
}: TabStripProps & { onNamed: (id: string) => void }) {
  const at = tabs.open.findIndex(({ id }) => id === tabs.current);
  const tab = tabs.open[at];
  if (!tab) {
    return null;
  }
  return (
    <>
      <Button
        variant="ghost"
        size="small-icon"
        aria-label={texts.closeTab(tab.title)}
        title={texts.closeTab(tab.title)}
        onClick={() => {
          onClose(tab.id);
        }}
      >
        <X />
      </Button>
      <Menu
        trigger={
          <Button variant="ghost" size="small-icon" aria-label={texts.tabMenu(tab.title)}>
            <Ellipsis />
          </Button>
        }
      >
        <MenuItem
          onSelect={() => {
            // The menu gives the focus back first.
            setTimeout(() => {
              onNamed(tab.id);
            });
          }}
        >
          {texts.rename}
        </MenuItem>
        <MenuItem
          onSelect={() => {
            onDuplicate(tab);
          }}
        >
          {texts.duplicate}
        </MenuItem>
        {at > 0 && (
          <MenuItem
            onSelect={() => {
              onMove(tab.id, -1);
            }}
          >
            {texts.moveLeft}
          </MenuItem>
        )}
        {at < tabs.open.length - 1 && (
          <MenuItem
            onSelect={() => {
              onMove(tab.id, 1);
            }}
          >
            {texts.moveRight}
          </MenuItem>
        )}
        <MenuItem
          onSelect={() => {
            void copyText(new URL(addressOf(tab), document.baseURI).href);
          }}
        >
          {texts.copyLink}
        </MenuItem>
      </Menu>
    </>
  );
}

function TabName({ tab, onDone }: { tab: Tab; onDone: (title: string) => void }) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    box.current?.focus();
    box.current?.select();
  }, []);
  return (
    <Input
      ref={box}
      aria-label={texts.renameTab(tab.title)}
      defaultValue={tab.title}
      maxLength={80}
      className="h-8 w-40 shrink-0 px-2 text-[13px]"
      onBlur={(event) => {
        onDone(event.target.value.trim());
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter") {
          onDone(event.currentTarget.value.trim());
        } else if (event.key === "Escape") {
          onDone("");
        }
      }}
    />
  );
}
