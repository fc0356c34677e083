import { FileQuestionMark } from "lucide-react";
import { useCallback, useEffect, useRef, useState, type ReactNode } from "react";
import { call } from "@/api/client";
import { ApiError, messageOf } from "@/api/errors";
import type { Approval } from "@/api/types";
import type { PageProps } from "@/pages";
import { Account } from "@/identity/Account";
import { useWho } from "@/identity/who";
import { PRODUCT } from "@/language";
import { Phrase } from "@/language/Phrase";
import { ThemeToggle } from "@/theme/ThemeToggle";
import { ErrorNotice } from "@/ui/error-notice";
import { Logo } from "@/ui/logo";
import { Skeleton } from "@/ui/skeleton";
import { useResource } from "@/ui/use-resource";
import { ApprovalCard } from "./ApprovalCard";
import { DecisionForm } from "./DecisionForm";
import { texts } from "./texts";

const AGAIN_MILLIS = 5000;

interface Decided {
  approval: Approval;
  /** What the server had said last when it was decided. */
  read: Approval | undefined;
}

/** Where a person decides on a write that somebody, or somebody's model, proposed. */
export default function ApprovalPage({ parts: [id = ""] }: PageProps) {
  return <OneApproval key={id} id={id} />;
}

function OneApproval({ id }: { id: string }) {
  const load = useCallback(
    (signal: AbortSignal) => call("show_approval", { approval: id }, signal),
    [id],
  );
  const { data, error, reload } = useResource(load);
  const [decided, setDecided] = useState<Decided>();
  const [news, setNews] = useState("");
  const heading = useRef<HTMLHeadingElement>(null);
  // What was decided here is known before it is read again.
  const approval =
    decided && (decided.read === data || decided.approval.state !== "pending")
      ? decided.approval
      : data;
  const open = approval?.state === "pending" || approval?.state === "running";

  useRepeated(reload, open);
  useEffect(() => {
    const before = document.title;
    document.title = approval
      ? texts.titleOf(approval.preview.rows_touched, approval.preview.table)
      : before;
    return () => {
      document.title = before;
    };
  }, [approval]);

  return (
    <Frame>
      {!approval && error === undefined && <Waiting />}
      {!approval && error !== undefined && <Missing id={id} error={error} onRetry={reload} />}
      {approval && (
        <ApprovalCard
          approval={approval}
          heading={heading}
          decision={
            <DecisionForm
              approval={approval}
              onFailed={reload}
              onDecided={(message, after) => {
                setDecided({ approval: after, read: data });
                setNews(sentence(message));
                heading.current?.focus();
              }}
            />
          }
        />
      )}
      <p role="status" className="mt-4 min-h-5 px-1 text-sm text-muted">
        {news}
        {news && approval?.door === "mcp" && !open && ` ${texts.modelIsTold}`}
      </p>
    </Frame>
  );
}

/** What the server said, as a sentence of the page. */
function sentence(words: string): string {
  const plain = words.replaceAll("`", "");
  return plain.endsWith(".") ? plain : `${plain}.`;
}

/** Looks again while there is something to see and somebody to see it. */
function useRepeated(work: () => void, active: boolean) {
  useEffect(() => {
    if (!active) {
      return undefined;
    }
    const look = () => {
      if (document.visibilityState === "visible") {
        work();
      }
    };
    const timer = setInterval(look, AGAIN_MILLIS);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [work, active]);
}

function Frame({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex h-14 shrink-0 items-center gap-1 px-3 sm:px-4">
        <a href="#/" className="flex min-w-0 items-center gap-2.5 rounded-md text-sm font-medium">
          <Logo className="size-7 shrink-0" /> {PRODUCT}
        </a>
        <span className="flex-1" />
        <ThemeToggle />
        <Account />
      </header>
      <main className="mx-auto w-full max-w-3xl flex-1 px-3 pt-2 pb-16 sm:px-6 sm:pt-6">
        {children}
      </main>
    </div>
  );
}

function Waiting() {
  return (
    <div className="space-y-4 rounded-2xl border bg-surface px-8 py-8" aria-busy="true">
      <span className="sr-only">{texts.loading}</span>
      <Skeleton className="h-5 w-32" />
      <Skeleton className="h-9 w-2/3" />
      <Skeleton className="h-24 w-full" />
      <Skeleton className="h-32 w-full" />
    </div>
  );
}

interface MissingProps {
  id: string;
  error: unknown;
  onRetry: () => void;
}

function Missing({ id, error, onRetry }: MissingProps) {
  const { caller } = useWho();
  if (!(error instanceof ApiError && error.code === "APPROVAL_NOT_FOUND")) {
    return <ErrorNotice error={error} onRetry={onRetry} />;
  }
  return (
    <div role="alert" className="flex flex-col items-center gap-2 px-4 py-24 text-center">
      <FileQuestionMark className="mb-2 size-8 text-muted" aria-hidden="true" />
      <h1 className="font-serif text-2xl font-medium">{texts.missing}</h1>
      <p className="max-w-md text-sm text-muted">
        <Phrase
          text={texts.missingWhy(caller?.name)}
          mark={() => <code className="font-mono break-all">{id}</code>}
        />
      </p>
      <p className="sr-only">{messageOf(error)}</p>
      <a href="#/" className="mt-3 text-sm font-medium text-accent underline underline-offset-4">
        {texts.toQuestions}
      </a>
    </div>
  );
}
