import { Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { call } from "@/api/client";
import { UnreachableError } from "@/api/errors";
import type { ConversationSummary } from "@/api/types";
import { Button } from "@/ui/button";
import { cn } from "@/ui/cn";
import { ErrorNotice } from "@/ui/error-notice";
import { Logo } from "@/ui/logo";
import { Skeleton } from "@/ui/skeleton";
import type { Resource } from "@/ui/use-resource";
import { conversationAddress, goTo } from "./route";

interface ConversationListProps {
  current: string;
  resource: Resource<{ conversations: ConversationSummary[] }>;
  onNew: () => void;
  onChosen: () => void;
}

export function ConversationList({ current, resource, onNew, onChosen }: ConversationListProps) {
  const { data, error, loading, reload } = resource;
  const [failure, setFailure] = useState<unknown>();

  const remove = (id: string) => {
    call("delete_conversation", { conversation: id }).then(() => {
      setFailure(undefined);
      if (id === current) {
        goTo("");
      }
      reload();
    }, setFailure);
  };

  return (
    <nav aria-label="Conversations" className="flex min-h-0 flex-1 flex-col">
      <div className="flex items-center gap-2 px-4 pt-4 pb-3">
        <Logo className="size-6" />
        <span className="font-semibold tracking-tight">Alidade</span>
      </div>
      <div className="px-3 pb-3">
        <Button variant="outline" className="w-full justify-start" onClick={onNew}>
          <Plus /> New question
        </Button>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto px-3 pb-4">
        {error !== undefined && !(error instanceof UnreachableError) && (
          <ErrorNotice error={error} onRetry={reload} />
        )}
        {failure !== undefined && <ErrorNotice error={failure} />}
        {loading && !data && (
          <div className="space-y-2 px-1">
            <Skeleton className="h-5" />
            <Skeleton className="h-5 w-3/4" />
          </div>
        )}
        {data?.conversations.length === 0 && (
          <p className="px-2 text-[13px] text-muted">
            Your conversations are kept here, on this server.
          </p>
        )}
        <ul className="space-y-px">
          {data?.conversations.map((each) => (
            <Item
              key={each.id}
              conversation={each}
              active={each.id === current}
              onChosen={onChosen}
              onDelete={() => {
                remove(each.id);
              }}
            />
          ))}
        </ul>
      </div>
    </nav>
  );
}

interface ItemProps {
  conversation: ConversationSummary;
  active: boolean;
  onChosen: () => void;
  onDelete: () => void;
}

function Item({ conversation, active, onChosen, onDelete }: ItemProps) {
  const [asked, setAsked] = useState(false);
  return (
    <li className={cn("group relative rounded-md hover:bg-hover", active && "bg-hover")}>
      <a
        href={conversationAddress(conversation.id)}
        aria-current={active ? "page" : undefined}
        title={conversation.title}
        onClick={onChosen}
        className={cn(
          "block truncate rounded-md py-1.5 pr-8 pl-2 text-[13px]",
          active ? "font-medium" : "text-muted hover:text-ink",
        )}
      >
        {conversation.title}
      </a>
      <Button
        variant={asked ? "danger" : "ghost"}
        size={asked ? "small" : "small-icon"}
        aria-label={asked ? undefined : `Delete ${conversation.title}`}
        onClick={() => {
          if (asked) {
            onDelete();
          } else {
            setAsked(true);
          }
        }}
        onBlur={() => {
          setAsked(false);
        }}
        className={cn(
          "absolute inset-y-0.5 right-0.5 my-auto",
          !asked &&
            "opacity-0 group-hover:opacity-100 focus-visible:opacity-100 pointer-coarse:opacity-100",
        )}
      >
        {asked ? "Delete?" : <Trash2 />}
      </Button>
    </li>
  );
}
