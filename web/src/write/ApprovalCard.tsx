import { UserRoundX } from "lucide-react";
import { type ComponentProps, type ReactNode, type Ref } from "react";
import type { Approval } from "@/api/types";
import { moment } from "@/language/format";
import { Phrase } from "@/language/Phrase";
import { Badge } from "@/ui/badge";
import { CopyButton } from "@/ui/copy-button";
import { effectOf } from "./changes";
import { Statement } from "./Statement";
import { texts } from "./texts";
import { TouchedRows } from "./TouchedRows";

interface ApprovalCardProps {
  approval: Approval;
  heading: Ref<HTMLHeadingElement>;
  /** How the reader decides, where they may. */
  decision: ReactNode;
}

type State = Approval["state"];

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
        <Badge variant={LOOKS[state]}>{texts.states[state]}</Badge>
        <h1
          ref={heading}
          id="write"
          tabIndex={-1}
          className="mt-3 font-serif text-3xl leading-tight font-medium break-words outline-none sm:text-4xl"
        >
          <Phrase
            text={title(state, preview)}
            mark={() => <span className="font-mono text-[0.8em]">{preview.table}</span>}
          />
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
  const sentences = texts.effects[effectOf(sql)];
  switch (state) {
    case "pending":
      return sentences.pending(touched);
    case "running":
      return sentences.running(touched);
    case "done":
      return sentences.done(touched);
    case "refused":
    case "failed":
    case "expired":
      return texts.nothing;
  }
}

function Facts({ approval }: { approval: Approval }) {
  const { door, proposed_by: by } = approval;
  return (
    <dl className="mt-4 grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5 text-sm">
      <Fact name={texts.proposedBy}>
        <Phrase
          text={door === "mcp" ? texts.model : "[name]"}
          mark={() => <b className="font-medium">{by}</b>}
        />
      </Fact>
      <Fact name={texts.source}>{approval.source}</Fact>
      <Fact name={texts.proposed}>
        <Moment at={approval.proposed_at} />
      </Fact>
      {approval.state === "pending" && (
        <Fact name={texts.waitsUntil}>
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
  return <time dateTime={at}>{moment(at)}</time>;
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
        <p className="mt-0.5 text-muted">{texts.sendAddress}</p>
      </div>
      <CopyButton label={texts.copyAddress} text={() => window.location.href} />
    </div>
  );
}

function Outcome({ approval }: { approval: Approval }) {
  const { decided_by: by, decided_at: at, note } = approval;
  return (
    <div className="space-y-1.5 text-sm" data-testid="outcome">
      <p>
        <Phrase
          text={texts.outcome(approval.state, by !== undefined, at !== undefined)}
          mark={(what) =>
            what === "name" ? <b className="font-medium">{by}</b> : <Moment at={at ?? ""} />
          }
        />
      </p>
      {note !== undefined && note !== "" && (
        <blockquote className="border-l-2 border-border-strong pl-3 break-words">{note}</blockquote>
      )}
      {approval.state === "expired" && <p className="text-muted">{texts.again}</p>}
    </div>
  );
}
