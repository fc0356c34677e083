import { SquareTerminal } from "lucide-react";
import { useCallback, useMemo, useRef, useState } from "react";
import { call } from "@/api/client";
import { ChatPane } from "@/chat/ChatPane";
import { ConversationList } from "@/chat/ConversationList";
import { goTo } from "@/chat/route";
import { useAsked } from "@/chat/use-asked";
import type { Asked } from "@/chat/asking";
import { questionAbout } from "@/chat/suggestions";
import type { Turn } from "@/chat/turns";
import { Unreachable } from "@/chat/Unreachable";
import type { Reference } from "@/chat/chat-store";
import { useChat } from "@/chat/use-chat";
import { useActions } from "@/palette/actions";
import { Proposals } from "@/learn/Proposals";
import { useCatalog } from "@/schema/catalog";
import { SchemaBrowser } from "@/schema/SchemaBrowser";
import { previewSql } from "@/sql/identifiers";
import { textAddress } from "@/workbench/address";
import { WorkbenchDialog, type WorkbenchRequest } from "@/sql/WorkbenchDialog";
import { ShareButton } from "@/share/ShareButton";
import { Button } from "@/ui/button";
import { useResource } from "@/ui/use-resource";
import { useShortcuts } from "@/ui/use-shortcuts";
import { KeysDialog } from "./KeysDialog";
import { Shell } from "./Shell";
import { texts } from "./texts";

const listConversations = (signal: AbortSignal) => call("list_conversations", {}, signal);

export function App() {
  const conversations = useResource(listConversations);
  const { chat, store: chats } = useChat({ onChanged: conversations.reload });
  const { sources, store } = useCatalog();
  const [draft, writeDraft] = useState(chats.draft);
  const [source, setSource] = useState("");
  const [replaced, setReplaced] = useState<Turn>();
  const [workbench, setWorkbench] = useState<WorkbenchRequest>();
  const [keysShown, setKeysShown] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const firstSource =
    sources.state === "ready"
      ? sources.data.find((each) => each.status === "available")?.name
      : undefined;

  const setDraft = useCallback(
    (text: string) => {
      chats.write(text);
      writeDraft(text);
    },
    [chats],
  );

  const focusBox = useCallback(() => {
    box.current?.focus();
  }, []);

  const startNew = useCallback(() => {
    chats.begin();
    goTo("");
    requestAnimationFrame(focusBox);
  }, [chats, focusBox]);

  const askNow = useCallback(
    (question: string, on?: string, reference?: Reference) => {
      setDraft("");
      setReplaced(undefined);
      void chats.ask({
        question,
        source: on,
        insteadOf: replaced?.answer?.turn,
        ...reference,
      });
      // On a touch screen the focus would raise the keyboard over the answer.
      if (matchMedia("(pointer: fine)").matches) {
        requestAnimationFrame(focusBox);
      }
    },
    [chats, focusBox, replaced, setDraft],
  );

  const hear = useCallback(
    (asked: Asked) => {
      chats.begin();
      setSource(asked.source);
      if (asked.draft) {
        setDraft(asked.question);
        requestAnimationFrame(focusBox);
      } else {
        askNow(asked.question, asked.source);
      }
    },
    [askNow, chats, focusBox, setDraft],
  );
  useAsked(hear);

  const editQuestion = useCallback(
    (turn?: Turn) => {
      setDraft(turn?.question ?? "");
      setReplaced(turn);
      requestAnimationFrame(focusBox);
    },
    [focusBox, setDraft],
  );

  const retry = useCallback(
    ({ question, source: on, key, planner }: Turn) => {
      void chats.ask({ question, source: on, again: key, planner });
    },
    [chats],
  );

  const reloadConversations = conversations.reload;
  const retryAll = useCallback(() => {
    store.reload();
    reloadConversations();
    if (chat.state === "failed") {
      chats.reopen();
    }
  }, [store, reloadConversations, chat.state, chats]);

  const writeSql = useCallback(() => {
    const on = source || firstSource;
    if (on) {
      window.location.hash = textAddress(on, "");
    }
  }, [source, firstSource]);

  const shortcuts = useMemo(
    () => ({
      "/": focusBox,
      n: startNew,
      s: writeSql,
      "?": () => {
        setKeysShown(true);
      },
    }),
    [focusBox, startNew, writeSql],
  );
  useShortcuts(shortcuts);
  useActions([{ id: "keys", name: texts.showKeys, run: shortcuts["?"] }]);

  return (
    <Shell
      title={chat.turns[0]?.question ?? ""}
      tools={
        <>
          {chat.id && chat.turns.some((turn) => turn.answer?.sql) && (
            <ShareButton conversation={chat.id} />
          )}
          <Proposals />
          <Button variant="ghost" size="small" disabled={!firstSource} onClick={writeSql}>
            <SquareTerminal /> <span className="max-sm:sr-only">{texts.sql}</span>
          </Button>
        </>
      }
      conversations={(close) => (
        <ConversationList
          current={chat.id ?? ""}
          resource={conversations}
          onChosen={close}
          onNew={() => {
            close();
            startNew();
          }}
        />
      )}
      schema={(close) => (
        <SchemaBrowser
          onAsk={(on, table) => {
            close();
            setSource(on);
            setDraft(questionAbout(table));
            requestAnimationFrame(focusBox);
          }}
          onPreview={(on, engine, table) => {
            close();
            setWorkbench({
              title: table.name,
              source: on,
              sql: previewSql(engine, table),
              runAtOnce: true,
            });
          }}
        />
      )}
    >
      {sources.state === "failed" && chat.turns.length === 0 ? (
        <Unreachable error={sources.error} onRetry={retryAll} />
      ) : (
        <ChatPane
          chat={chat}
          draft={draft}
          source={source}
          box={box}
          onDraft={setDraft}
          onSource={setSource}
          onAsk={askNow}
          onRetry={retry}
          onStop={() => {
            chats.stop();
          }}
          onReopen={() => {
            chats.reopen();
          }}
          replaced={replaced}
          onEdit={editQuestion}
        />
      )}
      <WorkbenchDialog
        request={workbench}
        onClose={() => {
          setWorkbench(undefined);
        }}
      />
      <KeysDialog open={keysShown} onOpenChange={setKeysShown} />
    </Shell>
  );
}
