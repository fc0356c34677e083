import { Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import type { ConversationSummary } from "@/api/types";
import { Button } from "@/ui/button";
import { cn } from "@/ui/cn";
import { Input } from "@/ui/input";
import { conversationAddress } from "./route";
import { texts } from "./texts";

interface ConversationItemProps {
  conversation: ConversationSummary;
  active: boolean;
  onChosen: () => void;
  onRename: (title: string) => void;
  onRemove: () => void;
}

/** A conversation in the list; its name is changed in place. */
export function ConversationItem(props: ConversationItemProps) {
  const { conversation, active, onChosen, onRename, onRemove } = props;
  const { id, title, found } = conversation;
  const [naming, setNaming] = useState(false);
  if (naming) {
    return (
      <li>
        <TitleForm
          title={title}
          onDone={(next) => {
            setNaming(false);
            if (next && next !== title) {
              onRename(next);
            }
          }}
        />
      </li>
    );
  }
  return (
    <li className={cn("group flex items-center rounded-md hover:bg-hover", active && "bg-hover")}>
      <a
        href={conversationAddress(id)}
        aria-current={active ? "page" : undefined}
        title={title}
        onClick={onChosen}
        className={cn(
          "min-w-0 flex-1 rounded-md px-2 py-1.5 text-[13px]",
          active ? "font-medium" : "text-muted hover:text-ink",
        )}
      >
        <span className="block truncate">{title}</span>
        {found && <span className="block truncate text-xs font-normal text-muted">{found}</span>}
      </a>
      <span className="flex w-0 shrink-0 overflow-hidden group-focus-within:w-auto group-hover:w-auto pointer-coarse:w-auto">
        <Button
          variant="ghost"
          size="small-icon"
          aria-label={texts.rename(title)}
          onClick={() => {
            setNaming(true);
          }}
        >
          <Pencil />
        </Button>
        <Button
          variant="ghost"
          size="small-icon"
          aria-label={texts.remove(title)}
          onClick={onRemove}
        >
          <Trash2 />
        </Button>
      </span>
    </li>
  );
}

function TitleForm({ title, onDone }: { title: string; onDone: (next?: string) => void }) {
  const [text, setText] = useState(title);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onDone(text.trim());
      }}
    >
      <Input
        ref={(element) => element?.focus()}
        aria-label={texts.newTitle}
        value={text}
        maxLength={80}
        className="h-8 text-[13px]"
        onChange={(event) => {
          setText(event.target.value);
        }}
        onBlur={() => {
          onDone(text.trim());
        }}
        onKeyDown={(event) => {
          if (event.key === "Escape") {
            event.stopPropagation();
            onDone();
          }
        }}
      />
    </form>
  );
}
