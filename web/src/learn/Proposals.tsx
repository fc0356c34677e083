import { Lightbulb } from "lucide-react";
import { useState } from "react";
import { call } from "@/api/client";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { useResource } from "@/ui/use-resource";
import { ProposalCard } from "./ProposalCard";
import { texts } from "./texts";

const listProposals = (signal: AbortSignal) => call("list_proposals", {}, signal);

/** The way to what was proposed, for those who proposed something or decide on it. */
export function Proposals() {
  const [open, setOpen] = useState(false);
  const { data, reload } = useResource(listProposals);
  const proposals = data?.proposals ?? [];
  const waiting = proposals.filter((each) => each.state === "pending").length;
  if (!data || (proposals.length === 0 && !data.may_decide)) {
    return null;
  }
  return (
    <>
      <Button
        variant="ghost"
        size="small"
        aria-label={texts.waiting(waiting)}
        onClick={() => {
          reload();
          setOpen(true);
        }}
      >
        <Lightbulb />
        <span className="hidden sm:inline">{texts.proposals}</span>
        {waiting > 0 && (
          <span className="rounded-full bg-accent-soft px-1.5 text-xs text-accent-strong tabular-nums">
            {waiting}
          </span>
        )}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={texts.proposals}
        description={data.may_decide ? texts.leadDecides : texts.lead}
      >
        {proposals.length === 0 && <p className="text-sm text-muted">{texts.none}</p>}
        <ul className="space-y-3" aria-label={texts.proposals}>
          {proposals.map((each) => (
            <li key={each.proposal}>
              <ProposalCard proposal={each} decides={data.may_decide} onDecided={reload} />
            </li>
          ))}
        </ul>
      </Dialog>
    </>
  );
}
