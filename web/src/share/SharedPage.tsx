import { useEffect, useState } from "react";
import { call } from "@/api/client";
import { goTo } from "@/chat/route";
import { Account } from "@/identity/Account";
import type { PageProps } from "@/pages";
import { ThemeToggle } from "@/theme/ThemeToggle";
import { Button } from "@/ui/button";
import { ErrorNotice } from "@/ui/error-notice";
import { Skeleton } from "@/ui/skeleton";
import { SharedTurnView } from "./SharedTurnView";
import { texts } from "./texts";
import { useShared } from "./use-shared";

/** Somebody else's conversation, answered anew with the reader's rights; nothing can be changed. */
export default function SharedPage({ parts: [token = ""] }: PageProps) {
  return <OneShared key={token} token={token} />;
}

function OneShared({ token }: { token: string }) {
  const { turns, whole, error, again } = useShared(token);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const title = turns.find((turn) => turn.question)?.question ?? texts.page;

  useEffect(() => {
    document.title = `${title} · Alidade`;
  }, [title]);

  const goOn = (turn: number) => {
    setBusy(true);
    call("continue_share", { token, turn })
      .then(({ conversation }) => {
        goTo(conversation);
      })
      .catch(setFailure)
      .finally(() => {
        setBusy(false);
      });
  };

  return (
    <div className="flex min-w-0 flex-1 flex-col">
      <header className="flex h-14 shrink-0 items-center gap-1 px-2 sm:px-3">
        <p className="min-w-0 flex-1 truncate px-2 text-sm text-muted">{texts.page}</p>
        <ThemeToggle />
        <Account />
      </header>
      <main className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto w-full max-w-3xl space-y-10 px-4 pt-6 pb-16">
          <div className="space-y-1">
            <h1 className="font-serif text-3xl leading-tight font-medium text-balance">{title}</h1>
            {whole && (
              <p className="text-sm text-muted">
                {texts.by(whole.shared_by, whole.shared_at)}. {texts.yoursToSee}
              </p>
            )}
          </div>
          {turns.map((turn) => (
            <SharedTurnView
              key={turn.number}
              turn={turn}
              busy={busy}
              titled={turn.question === title}
              onGoOn={() => {
                goOn(turn.number);
              }}
            />
          ))}
          {failure !== undefined && <ErrorNotice error={failure} />}
          {error !== undefined && <ErrorNotice error={error} onRetry={again} />}
          {!whole && error === undefined && (
            <div role="status" aria-label={texts.loading} className="space-y-4">
              <Skeleton className="h-7 w-2/3" />
              <Skeleton className="h-64" />
            </div>
          )}
          {(whole ?? error) !== undefined && turns.every((turn) => !turn.answer) && (
            <div className="space-y-3 text-sm text-muted">
              {whole && <p>{texts.nothing}</p>}
              <Button variant="outline" asChild>
                <a href="#/">{texts.ask}</a>
              </Button>
            </div>
          )}
        </div>
      </main>
    </div>
  );
}
