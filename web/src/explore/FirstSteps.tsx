import { Cable, FileUp, Sparkles, type LucideIcon } from "lucide-react";
import { useState } from "react";
import type { SourceSummary } from "@/api/types";
import { call } from "@/api/client";
import { useCatalog } from "@/schema/catalog";
import { ErrorNotice } from "@/ui/error-notice";
import { AddSource, type Way } from "./AddSource";
import { exploreAddress } from "./addresses";
import { texts } from "./texts";

interface FirstStepsProps {
  /** What is there already, to be tried. */
  sources: SourceSummary[];
}

const LOOK =
  "group flex h-full w-full items-start gap-3 rounded-xl border border-dashed border-border-strong bg-surface p-4 text-left hover:border-accent hover:bg-hover";

/** The three ways to begin. */
export default function FirstSteps({ sources }: FirstStepsProps) {
  const sample = sources.find((each) => each.status === "available");
  const [way, setWay] = useState<Way>();
  return (
    <section aria-labelledby="first-steps" {...(!sample && { "data-tour": "data" })}>
      <h2 id="first-steps" className="text-sm font-semibold">
        {texts.firstTitle}
      </h2>
      <p className="mt-0.5 mb-3 text-[13px] text-muted">{texts.firstLead}</p>
      <ul className="grid gap-3 sm:grid-cols-3">
        <li>
          <button
            type="button"
            className={LOOK}
            onClick={() => {
              setWay("files");
            }}
          >
            <Step icon={FileUp} name={texts.dropFile} lead={texts.dropFileLead} />
          </button>
        </li>
        <li>
          <button
            type="button"
            className={LOOK}
            onClick={() => {
              setWay("database");
            }}
          >
            <Step icon={Cable} name={texts.connect} lead={texts.connectLead} />
          </button>
        </li>
        {sources.length === 0 && (
          <li>
            <AddSample className={LOOK} />
          </li>
        )}
        {sample && (
          <li>
            <a href={exploreAddress(sample.name)} className={LOOK}>
              <Step
                icon={Sparkles}
                name={texts.trySample(sample.name)}
                lead={texts.trySampleLead}
              />
            </a>
          </li>
        )}
      </ul>
      {way && (
        <AddSource
          way={way}
          onClose={() => {
            setWay(undefined);
          }}
        />
      )}
    </section>
  );
}

/** Gives somebody without data something to ask about. */
function AddSample({ className }: { className: string }) {
  const { store } = useCatalog();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  return (
    <>
      <button
        type="button"
        className={className}
        disabled={busy}
        onClick={() => {
          setBusy(true);
          call("add_sample", {}).then(store.reload, (failure: unknown) => {
            setBusy(false);
            setError(failure);
          });
        }}
      >
        <Step
          icon={Sparkles}
          name={busy ? texts.addingSample : texts.addSample}
          lead={texts.addSampleLead}
        />
      </button>
      {error !== undefined && <ErrorNotice error={error} />}
    </>
  );
}

function Step({ icon: Icon, name, lead }: { icon: LucideIcon; name: string; lead: string }) {
  return (
    <>
      <Icon className="mt-0.5 size-5 shrink-0 text-accent" aria-hidden="true" />
      <span>
        <span className="block text-sm font-medium">{name}</span>
        <span className="mt-0.5 block text-[13px] text-muted">{lead}</span>
      </span>
    </>
  );
}
