import { PanelLeft, PanelRight } from "lucide-react";
import { useState, type ReactNode } from "react";
import { Account } from "@/identity/Account";
import { PRODUCT } from "@/language";
import { ThemeToggle } from "@/theme/ThemeToggle";
import { Button } from "@/ui/button";
import { Sheet } from "@/ui/sheet";
import { useMedia } from "@/ui/use-media";
import { useRemembered } from "@/ui/use-remembered";
import { texts } from "./texts";

interface ShellProps {
  /** What the conversation is about; empty on the first page, which has a title of its own. */
  title: string;
  conversations: (close: () => void) => ReactNode;
  schema: (close: () => void) => ReactNode;
  tools: ReactNode;
  children: ReactNode;
}

const nothing = () => undefined;

/** Three columns where there is room; drawers at the sides where there is not. */
export function Shell({ title, conversations, schema, tools, children }: ShellProps) {
  const wide = useMedia("(min-width: 1100px)");
  const medium = useMedia("(min-width: 800px)");
  const [listOpen, setListOpen] = useState(false);
  const [schemaOpen, setSchemaOpen] = useState(false);
  const [schemaPinned, setSchemaPinned] = useRemembered("alidade.schema", true);

  return (
    <div className="flex min-h-0 min-w-0 flex-1">
      {medium && (
        <div className="flex w-60 shrink-0 flex-col border-r bg-paper">
          {conversations(nothing)}
        </div>
      )}
      <div className="flex min-w-0 flex-1 flex-col">
        <header className="flex h-14 shrink-0 items-center gap-1 px-2 sm:px-3">
          {!medium && (
            <Button
              variant="ghost"
              size="icon"
              aria-label={texts.conversations}
              title={texts.conversations}
              onClick={() => {
                setListOpen(true);
              }}
            >
              <PanelLeft />
            </Button>
          )}
          <Title text={title} named={!medium} />
          {tools}
          <ThemeToggle />
          <Account />
          <Button
            variant="ghost"
            size="icon"
            aria-label={texts.schema}
            title={texts.schema}
            aria-pressed={wide ? schemaPinned : schemaOpen}
            onClick={() => {
              if (wide) {
                setSchemaPinned(!schemaPinned);
              } else {
                setSchemaOpen(true);
              }
            }}
          >
            <PanelRight />
          </Button>
        </header>
        <main className="flex min-h-0 flex-1 flex-col">{children}</main>
      </div>
      {wide && schemaPinned && (
        <div className="flex w-72 shrink-0 flex-col border-l bg-paper">{schema(nothing)}</div>
      )}
      <Sheet
        side="left"
        title={texts.conversations}
        open={listOpen && !medium}
        onOpenChange={setListOpen}
      >
        {conversations(() => {
          setListOpen(false);
        })}
      </Sheet>
      <Sheet
        side="right"
        title={texts.schema}
        open={schemaOpen && !wide}
        onOpenChange={setSchemaOpen}
      >
        {schema(() => {
          setSchemaOpen(false);
        })}
      </Sheet>
    </div>
  );
}

function Title({ text, named }: { text: string; named: boolean }) {
  const look = "min-w-0 flex-1 truncate px-2 text-sm text-muted";
  return text ? <h1 className={look}>{text}</h1> : <p className={look}>{named ? PRODUCT : ""}</p>;
}
