import { Check, Gauge, X } from "lucide-react";
import { useState, type ComponentProps } from "react";
import { call } from "@/api/client";
import type { Evaluation, Proposal } from "@/api/types";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { ErrorNotice } from "@/ui/error-notice";
import { Input } from "@/ui/input";
import { Effect } from "./Effect";
import { texts } from "./texts";

interface ProposalCardProps {
  proposal: Proposal;
  decides: boolean;
  onDecided: () => void;
}

const STATES: Record<Proposal["state"], ComponentProps<typeof Badge>["variant"]> = {
  pending: "warning",
  approved: "accent",
  rejected: "neutral",
};

/** One proposal: what would be learned, what that would change, and the decision. */
export function ProposalCard({ proposal, decides, onDecided }: ProposalCardProps) {
  const [reason, setReason] = useState("");
  const [effect, setEffect] = useState<Evaluation>();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  const doing = (work: Promise<void>) => {
    setBusy(true);
    setError(undefined);
    work.catch(setError).finally(() => {
      setBusy(false);
    });
  };

  const evaluate = async () => {
    setEffect(await call("evaluate_proposal", { proposal: proposal.proposal }));
  };

  const decide = async (operation: "approve_proposal" | "reject_proposal") => {
    await call(operation, {
      proposal: proposal.proposal,
      ...(reason.trim() && { reason: reason.trim() }),
    });
    onDecided();
  };

  return (
    <article
      aria-label={proposal.what}
      data-proposal={proposal.state}
      className="space-y-3 rounded-xl border bg-surface px-4 py-3.5 text-sm"
    >
      <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
        <h3 className="min-w-0 flex-1 basis-64 font-medium break-words">{proposal.what}</h3>
        <span className="flex items-center gap-1.5">
          <Badge>{texts.kinds[proposal.kind]}</Badge>
          <Badge variant={STATES[proposal.state]}>{texts.states[proposal.state]}</Badge>
        </span>
      </div>
      {proposal.sql && (
        <pre className="overflow-x-auto rounded-lg bg-sunken px-3 py-2 font-mono text-xs whitespace-pre-wrap">
          {proposal.sql}
        </pre>
      )}
      <p className="text-[13px] text-muted">
        {texts.origin(proposal.proposed_by, proposal.proposed_at, proposal.times)} ·{" "}
        {proposal.source}
      </p>
      {proposal.note && <p className="text-[13px]">{texts.note(proposal.note)}</p>}
      {proposal.decided_by && (
        <p className="text-[13px] text-muted">
          {proposal.state === "approved"
            ? texts.approvedBy(proposal.decided_by)
            : texts.rejectedBy(proposal.decided_by)}
          {proposal.reason && `: ${proposal.reason}`}
        </p>
      )}
      {effect && <Effect effect={effect} />}
      {error !== undefined && <ErrorNotice error={error} />}
      {decides && proposal.state === "pending" && (
        <div className="flex flex-wrap items-center gap-1.5">
          <Button
            variant="outline"
            size="small"
            disabled={busy}
            onClick={() => {
              doing(evaluate());
            }}
          >
            <Gauge /> {texts.showEffect}
          </Button>
          <Input
            aria-label={texts.reason}
            placeholder={texts.reasonHint}
            className="h-7 max-w-56 flex-1 text-[13px]"
            value={reason}
            onChange={(event) => {
              setReason(event.target.value);
            }}
          />
          <span className="ml-auto flex gap-1.5">
            <Button
              variant="danger"
              size="small"
              disabled={busy}
              onClick={() => {
                doing(decide("reject_proposal"));
              }}
            >
              <X /> {texts.reject}
            </Button>
            <Button
              size="small"
              disabled={busy}
              onClick={() => {
                doing(decide("approve_proposal"));
              }}
            >
              <Check /> {texts.approve}
            </Button>
          </span>
        </div>
      )}
    </article>
  );
}
