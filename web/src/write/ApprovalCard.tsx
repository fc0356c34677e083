import { UserRoundX } from "lucide-react";
import { type ComponentProps, type ReactNode, type Ref } from "react";
import type { Approval } from "@/api/types";
import { Badge } from "@/ui/badge";
import { CopyButton } from "@/ui/copy-button";
import { capital, rowsWord, verbOf } from "./changes";
import { Statement } from "./Statement";
import { TouchedRows } from "./TouchedRows";

interface ApprovalCardProps {
  approval: Approval;
  heading: Ref<HTMLHeadingElement>;
  /** How the reader decides, where they may. */
  decision: ReactNode;
}

type State = Approval["state"];

const LABELS: Record<State, string> = {
  pending: "Waits for approval",
  running: "Running",
  done: "Done",
  refused: "Refused",
  failed: "Failed",
  expired: "Expired",
};

const LOOKS: Record<State, ComponentProps<typeof Badge>["variant"]> = {
  pending: "warning",
  running: "warning",
  done: "accent",
  refused: "neutral",
  failed: "danger",
  expired: "neutral",
};

/** A proposed write: what it would do, who asks, and what was decided. */
export function ApprovalCard({ approval, heading, decision }: ApprovalCardProps) {
  const { state, preview } = approval;
  return (
    <article
      data-approval={state}
      aria-labelledby="write"
      className="space-y-6 rounded-2xl border bg-surface px-5 py-6 shadow-card sm:px-8 sm:py-8"
    >
      <header>
        <Badge variant={LOOKS[state]}>{LABELS[state]}</Badge>
        <h1
          ref={heading}
          id="write"
          tabIndex={-1}
          className="mt-3 font-serif text-3xl leading-tight font-medium break-words outline-none sm:text-4xl"
        >
          {title(state, preview)} <span className="font-mono text-[0.8em]">{preview.table}</span>
        </h1>
        <Facts approval={approval} />
      </header>
      <Statement approval={approval} />
      <TouchedRows approval={approval} />
      <footer className="border-t pt-5">
        {state === "pending" ? waiting(approval, decision) : <Outcome approval={approval} />}
      </footer>
    </article>
  );
}

function title(state: State, { sql, rows_touched: touched }: Approval["preview"]): string {
  const rows = rowsWord(touched);
  const verb = verbOf(sql);
  switch (state) {
    case "pending":
      return `${capital(verb.now)} ${rows} ${verb.joint}`;
    case "running":
      return `${verb.doing} ${rows} ${verb.joint}`;
    case "done":
      return `${rows} ${verb.done} ${verb.joint === "of" ? "in" : verb.joint}`;
    case "refused":
    case "failed":
    case "expired":
      return "Nothing changed in";
  }
}

function Facts({ approval }: { approval: Approval }) {
  const { door, proposed_by: by } = approval;
  return (
    <dl className="mt-4 grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5 text-sm">
      <Fact name="Proposed by">
        {door === "mcp" ? (
          <>
            a model, acting for <b className="font-medium">{by}</b>
          </>
        ) : (
          <b className="font-medium">{by}</b>
        )}
      </Fact>
      <Fact name="Source">{approval.source}</Fact>
      <Fact name="Proposed">
        <Moment at={approval.proposed_at} />
      </Fact>
      {approval.state === "pending" && (
        <Fact name="Waits until">
          <Moment at={approval.expires_at} />
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  );
}

function Moment({ at }: { at: string }) {
  return (
    <time dateTime={at}>
      {new Date(at).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" })}
    </time>
  );
}

function waiting(approval: Approval, decision: ReactNode): ReactNode {
  if (approval.cannot_approve === undefined) {
    return decision;
  }
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-2 rounded-lg bg-warning-soft px-4 py-3 text-sm">
      <UserRoundX className="mt-0.5 size-4 shrink-0 text-warning" aria-hidden="true" />
      <div className="min-w-0 flex-1 basis-48">
        <p className="font-medium">{approval.cannot_approve}.</p>
        <p className="mt-0.5 text-muted">
          Send them the address of this page. It lets nobody in who may not see the write.
        </p>
      </div>
      <CopyButton label="Copy address" text={() => window.location.href} />
    </div>
  );
}

function Outcome({ approval }: { approval: Approval }) {
  const { decided_by: by, decided_at: at, note } = approval;
  return (
    <div className="space-y-1.5 text-sm" data-testid="outcome">
      <p>
        {said(approval.state)}
        {by !== undefined && (
          <>
            {" by "}
            <b className="font-medium">{by}</b>
          </>
        )}
        {at !== undefined && (
          <>
            {" on "}
            <Moment at={at} />
          </>
        )}
        .
      </p>
      {note !== undefined && note !== "" && (
        <blockquote className="border-l-2 border-border-strong pl-3 break-words">{note}</blockquote>
      )}
      {approval.state === "expired" && (
        <p className="text-muted">If the write is still wanted, have it proposed again.</p>
      )}
    </div>
  );
}

function said(state: State): string {
  switch (state) {
    case "done":
      return "Approved";
    case "running":
      return "Approved, and running now,";
    case "refused":
      return "Refused";
    case "failed":
      return "It could not be done. Approved";
    case "expired":
      return "Nobody decided in time";
    case "pending":
      return "Waits";
  }
}
