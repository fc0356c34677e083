import { useCallback, useEffect, useMemo, useState, type ReactNode } from "react";
import { call, signedOut } from "@/api/client";
import { isAbort, isUnauthenticated } from "@/api/errors";
import type { WhoAmI } from "@/api/types";
import { ChatStore } from "@/chat/chat-store";
import { ChatContext } from "@/chat/use-chat";
import { CatalogContext } from "@/schema/catalog";
import { CatalogStore } from "@/schema/catalog-store";
import { SignInPage } from "./SignInPage";
import { WhoContext } from "./who";

type State =
  | { is: "unknown" }
  | { is: "stranger"; ended: boolean }
  // A server that does not answer is the page's own affair.
  | { is: "inside"; caller: WhoAmI | undefined };

/** Shows the page to whoever may see it, and to everybody else a way in and back. */
export function SignedIn({ children }: { children: ReactNode }) {
  const [state, setState] = useState<State>({ is: "unknown" });
  const [visit, setVisit] = useState(0);

  const ask = useCallback((signal?: AbortSignal) => {
    call("who_am_i", {}, signal).then(
      (caller) => {
        setState({ is: "inside", caller: caller.open ? undefined : caller });
      },
      (error: unknown) => {
        if (!isAbort(error)) {
          setState(
            isUnauthenticated(error)
              ? { is: "stranger", ended: false }
              : { is: "inside", caller: undefined },
          );
        }
      },
    );
  }, []);

  useEffect(() => {
    const controller = new AbortController();
    ask(controller.signal);
    return () => {
      controller.abort();
    };
  }, [ask]);

  useEffect(() => {
    const leave = () => {
      setState((before) =>
        before.is === "inside" ? { is: "stranger", ended: before.caller !== undefined } : before,
      );
    };
    signedOut.addEventListener("signedout", leave);
    return () => {
      signedOut.removeEventListener("signedout", leave);
    };
  }, []);

  const enter = useCallback(() => {
    // Whoever comes in sees nothing of what the last one saw.
    setVisit((before) => before + 1);
    ask();
  }, [ask]);

  const signOut = useCallback(() => {
    const out = () => {
      setState({ is: "stranger", ended: false });
    };
    call("sign_out", {}).then(out, out);
  }, []);

  const caller = state.is === "inside" ? state.caller : undefined;
  const who = useMemo(() => ({ caller, signOut }), [caller, signOut]);

  if (state.is === "unknown") {
    return null;
  }
  if (state.is === "stranger") {
    return <SignInPage ended={state.ended} onSignedIn={enter} />;
  }
  return (
    <WhoContext value={who}>
      <Visit key={visit}>{children}</Visit>
    </WhoContext>
  );
}

function Visit({ children }: { children: ReactNode }) {
  const [store] = useState(() => new CatalogStore());
  const [chats] = useState(() => new ChatStore());
  useEffect(
    () => () => {
      chats.clear();
    },
    [chats],
  );
  return (
    <CatalogContext value={store}>
      <ChatContext value={chats}>{children}</ChatContext>
    </CatalogContext>
  );
}
