import { useEffect, useMemo, useRef, type RefObject } from "react";
import { useCatalog } from "@/schema/catalog";
import { PRODUCT } from "@/language";
import { Button } from "@/ui/button";
import { ErrorNotice } from "@/ui/error-notice";
import { Skeleton } from "@/ui/skeleton";
import { announcement } from "./announcement";
import type { Reference } from "./chat-store";
import { EmptyState } from "./EmptyState";
import { QuestionBox } from "./QuestionBox";
import { texts } from "./texts";
import { threadsOf } from "./threads";
import { TurnView } from "./TurnView";
import type { Chat, Turn } from "./turns";
import { usePlanners } from "./use-planners";

interface ChatPaneProps {
  chat: Chat;
  draft: string;
  source: string;
  box: RefObject<HTMLTextAreaElement | null>;
  onDraft: (text: string) => void;
  onSource: (source: string) => void;
  onAsk: (question: string, source?: string, reference?: Reference) => void;
  onRetry: (turn: Turn) => void;
  onStop: () => void;
  onReopen: () => void;
  /** The question whose place the next one takes. */
  replaced: Turn | undefined;
  /** Puts a question into the box, to be changed and asked anew from there; none ends that. */
  onEdit: (turn?: Turn) => void;
}

/** The conversation and the box below it; with no question yet, the box in the middle. */
export function ChatPane(props: ChatPaneProps) {
  const {
    chat,
    draft,
    source,
    box,
    onDraft,
    onSource,
    onAsk,
    onRetry,
    onStop,
    onReopen,
    onEdit,
    replaced,
  } = props;
  const { sources } = useCatalog();
  const planners = usePlanners();
  const threads = useMemo(() => threadsOf(chat.turns), [chat.turns]);
  const busy = chat.turns.some((turn) => turn.state === "asking");
  const empty = chat.state === "ready" && chat.turns.length === 0;

  // Whoever comes back from another page sees what was asked last.
  const scroller = useRef<HTMLDivElement>(null);
  const cameBack = useRef(chat.turns.length > 1);
  useEffect(() => {
    if (cameBack.current) {
      scroller.current?.querySelector("article:last-of-type")?.scrollIntoView({ block: "start" });
    }
  }, []);

  useEffect(() => {
    document.title = chat.turns[0] ? texts.titleOf(chat.turns[0].question) : PRODUCT;
  }, [chat.turns]);

  const questionBox = (
    <QuestionBox
      draft={draft}
      busy={busy}
      source={source}
      sources={
        sources.state === "ready" ? sources.data.filter((s) => s.status === "available") : []
      }
      box={box}
      large={empty}
      onDraft={onDraft}
      onSource={onSource}
      onStop={onStop}
      onRecall={() => {
        onDraft(chat.turns.at(-1)?.question ?? "");
      }}
      onAsk={() => {
        if (draft.trim() !== "" && !busy) {
          onAsk(draft.trim(), source || undefined);
        }
      }}
    />
  );

  return (
    <>
      <div role="status" aria-live="polite" className="sr-only" data-testid="announcer">
        {announcement(chat.turns.at(-1))}
      </div>
      <div ref={scroller} className="relative min-h-0 flex-1 overflow-y-auto">
        {empty ? (
          <EmptyState source={source} onAsk={onAsk}>
            {questionBox}
          </EmptyState>
        ) : (
          <div className="mx-auto w-full max-w-3xl space-y-10 px-4 pt-6 pb-10">
            {chat.state === "loading" && (
              <div className="space-y-4" aria-label={texts.opening}>
                <Skeleton className="h-7 w-2/3" />
                <Skeleton className="h-64" />
              </div>
            )}
            {chat.state === "failed" && <ErrorNotice error={chat.error} onRetry={onReopen} />}
            {threads.map(({ turn, earlier }, index) => (
              <TurnView
                key={earlier[0]?.key ?? turn.key}
                turn={turn}
                earlier={earlier}
                planners={planners}
                busy={busy}
                last={index === threads.length - 1}
                onAsk={onAsk}
                onRetry={onRetry}
                onEdit={onEdit}
              />
            ))}
          </div>
        )}
      </div>
      {!empty && (
        <div className="relative mx-auto w-full max-w-3xl px-4 pb-4 before:pointer-events-none before:absolute before:inset-x-0 before:-top-8 before:h-8 before:bg-linear-to-t before:from-paper before:to-transparent">
          {replaced && (
            <p className="mb-2 flex items-center justify-between gap-3 px-1 text-[13px] text-muted">
              {texts.replacing(replaced.question)}
              <Button
                variant="ghost"
                size="small"
                onClick={() => {
                  onEdit();
                }}
              >
                {texts.keepThem}
              </Button>
            </p>
          )}
          {questionBox}
        </div>
      )}
    </>
  );
}
