import { useEffect, useState } from "react";
import { Button } from "@/ui/button";
import type { Tabs } from "./tabs";
import { texts } from "./texts";

const SHOWN_MILLIS = 8000;

/** Says for a while that a tab was closed, with a way back. */
export function ClosedNotice({ tabs, onReopen }: { tabs: Tabs; onReopen: () => void }) {
  const last = tabs.closed.at(-1)?.tab;
  const [known, setKnown] = useState(last?.id);
  const news = last && last.id !== known && last.sql.trim() !== "" ? last : undefined;

  useEffect(() => {
    const timer = setTimeout(() => {
      setKnown(last?.id);
    }, SHOWN_MILLIS);
    return () => {
      clearTimeout(timer);
    };
  }, [last?.id]);

  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 bottom-16 z-30 flex justify-center"
    >
      {news && (
        <p className="pointer-events-auto flex animate-rise items-center gap-3 rounded-lg border bg-surface py-1.5 pr-1.5 pl-4 text-sm shadow-card">
          {texts.closedTab(news.title)}
          <Button
            variant="ghost"
            size="small"
            onClick={() => {
              setKnown(news.id);
              onReopen();
            }}
          >
            {texts.undo}
          </Button>
        </p>
      )}
    </div>
  );
}
