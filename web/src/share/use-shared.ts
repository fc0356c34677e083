import { useCallback, useEffect, useState } from "react";
import { callWithProgress } from "@/api/client";
import { isAbort } from "@/api/errors";
import type { OpenedShare, SharedTurn } from "@/api/types";

interface Shared {
  turns: SharedTurn[];
  /** What the whole is; known when the last turn is made. */
  whole?: OpenedShare;
  error?: unknown;
}

/** What a link opens, turn by turn as each is answered for the reader. */
export function useShared(token: string) {
  const [shared, setShared] = useState<Shared>({ turns: [] });
  const [round, setRound] = useState(0);

  useEffect(() => {
    const controller = new AbortController();
    callWithProgress(
      "open_share",
      { token },
      (progress) => {
        if (progress.step === "turn") {
          const turn = progress.detail as unknown as SharedTurn;
          setShared(({ turns }) => ({ turns: [...turns, turn] }));
        }
      },
      controller.signal,
    ).then(
      (whole) => {
        setShared({ turns: whole.turns, whole });
      },
      (error: unknown) => {
        if (!isAbort(error)) {
          setShared(({ turns }) => ({ turns, error }));
        }
      },
    );
    return () => {
      controller.abort();
    };
  }, [token, round]);

  const again = useCallback(() => {
    setShared({ turns: [] });
    setRound((value) => value + 1);
  }, []);

  return { ...shared, again };
}
