import { Tabs } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "@/ui/cn";
import { texts } from "./texts";

interface SidePanelProps {
  tables: ReactNode;
  saved: ReactNode;
  history: ReactNode;
}

/** What helps with writing: tables, saved queries, and what was run before. */
export function SidePanel({ tables, saved, history }: SidePanelProps) {
  const parts = [
    { name: "tables", title: texts.tables, content: tables },
    { name: "saved", title: texts.saved, content: saved },
    { name: "history", title: texts.history, content: history },
  ];
  return (
    <Tabs.Root defaultValue="tables" className="flex min-h-0 flex-1 flex-col">
      <Tabs.List aria-label={texts.sidePanel} className="flex gap-1 border-b px-2">
        {parts.map(({ name, title }) => (
          <Tabs.Trigger
            key={name}
            value={name}
            className={cn(
              "border-b-2 border-transparent px-2 py-2 text-[13px] text-muted hover:text-ink",
              "data-[state=active]:border-accent data-[state=active]:font-medium data-[state=active]:text-ink",
            )}
          >
            {title}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      {parts.map(({ name, content }) => (
        <Tabs.Content
          key={name}
          value={name}
          className="flex min-h-0 flex-1 flex-col outline-none data-[state=inactive]:hidden"
        >
          {content}
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
}
