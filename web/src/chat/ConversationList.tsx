import { Plus, Search, X } from "lucide-react";
import { useState } from "react";
import { call } from "@/api/client";
import { UnreachableError } from "@/api/errors";
import type { ConversationSummary } from "@/api/types";
import { PRODUCT } from "@/language";
import { Button } from "@/ui/button";
import { ErrorNotice } from "@/ui/error-notice";
import { Input } from "@/ui/input";
import { Logo } from "@/ui/logo";
import { Skeleton } from "@/ui/skeleton";
import type { Resource } from "@/ui/use-resource";
import { ConversationItem } from "./ConversationItem";
import { groupByDay } from "./days";
import { goTo } from "./route";
import { texts } from "./texts";
import { useConversations } from "./use-conversations";

interface ConversationListProps {
  current: string;
  resource: Resource<{ conversations: ConversationSummary[] }>;
  onNew: () => void;
  onChosen: () => void;
}

/** One's conversations by day, to be searched, renamed, and deleted until that is undone. */
export function ConversationList({ current, resource, onNew, onChosen }: ConversationListProps) {
  const { search, setSearch, words, conversations, error, reload } = useConversations(resource);
  const [failure, setFailure] = useState<unknown>();
  const [removed, setRemoved] = useState<ConversationSummary>();

  const done = (work: Promise<unknown>, then?: () => void) => {
    work.then(() => {
      setFailure(undefined);
      then?.();
      reload();
    }, setFailure);
  };

  const remove = (conversation: ConversationSummary) => {
    done(call("delete_conversation", { conversation: conversation.id }), () => {
      setRemoved(conversation);
      if (conversation.id === current) {
        goTo("");
      }
    });
  };

  const restore = ({ id }: ConversationSummary) => {
    done(call("restore_conversation", { conversation: id }), () => {
      setRemoved(undefined);
    });
  };

  return (
    <nav aria-label={texts.conversations} className="flex min-h-0 flex-1 flex-col">
      <div className="flex h-14 shrink-0 items-center gap-2 px-4">
        {/* The navigation at the side of a wide page shows it already. */}
        <Logo className="size-6 min-[800px]:hidden" />
        <span className="font-semibold tracking-tight">{PRODUCT}</span>
      </div>
      <div className="space-y-2 px-3 pb-3">
        <Button variant="outline" className="w-full justify-start" onClick={onNew}>
          <Plus /> {texts.newQuestion}
        </Button>
        <div className="relative">
          <Search
            className="pointer-events-none absolute top-1/2 left-2.5 size-3.5 -translate-y-1/2 text-muted"
            aria-hidden="true"
          />
          <Input
            type="search"
            aria-label={texts.search}
            placeholder={texts.search}
            value={search}
            className="h-8 pr-8 pl-8 text-[13px] [&::-webkit-search-cancel-button]:hidden"
            onChange={(event) => {
              setSearch(event.target.value);
            }}
          />
          {search && (
            <Button
              variant="ghost"
              size="small-icon"
              aria-label={texts.clear}
              className="absolute inset-y-0 right-0.5 my-auto"
              onClick={() => {
                setSearch("");
              }}
            >
              <X />
            </Button>
          )}
        </div>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto px-3 pb-4">
        {error !== undefined && !(error instanceof UnreachableError) && (
          <ErrorNotice error={error} onRetry={reload} />
        )}
        {failure !== undefined && <ErrorNotice error={failure} />}
        {!conversations && error === undefined && (
          <div className="space-y-2 px-1">
            <Skeleton className="h-5" />
            <Skeleton className="h-5 w-3/4" />
          </div>
        )}
        {conversations?.length === 0 && (
          <p className="px-2 text-[13px] text-muted">
            {words ? texts.notFound(words) : texts.none}
          </p>
        )}
        {groupByDay(conversations ?? [], new Date()).map(({ name, conversations: all }) => (
          <section key={name} aria-label={name} className="mb-3">
            <h2 className="px-2 pb-1 text-[11px] font-medium text-muted">{name}</h2>
            <ul className="space-y-px">
              {all.map((each) => (
                <ConversationItem
                  key={each.id}
                  conversation={each}
                  active={each.id === current}
                  onChosen={onChosen}
                  onRename={(title) => {
                    done(call("rename_conversation", { conversation: each.id, title }));
                  }}
                  onRemove={() => {
                    remove(each);
                  }}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
      <div role="status" className="empty:hidden">
        {removed && (
          <p className="flex items-center justify-between gap-2 border-t px-4 py-2 text-[13px]">
            <span className="min-w-0 truncate">{texts.removed(removed.title)}</span>
            <Button
              variant="outline"
              size="small"
              onClick={() => {
                restore(removed);
              }}
            >
              {texts.undo}
            </Button>
          </p>
        )}
      </div>
    </nav>
  );
}
