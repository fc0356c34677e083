import { Check, Download } from "lucide-react";
import { Button } from "@/ui/button";
import { ErrorNotice } from "@/ui/error-notice";
import { texts } from "./texts";
import type { ExportState } from "./use-export";

interface ExportOutcomeProps {
  state: Exclude<ExportState, { is: "choosing" }>;
  onCancel: () => void;
  onAgain: () => void;
}

/** How far the export is, and its files once it is done. */
export function ExportOutcome({ state, onCancel, onAgain }: ExportOutcomeProps) {
  return (
    <div className="space-y-3">
      <div role="status">
        <Said state={state} />
      </div>
      {state.is === "failed" && <ErrorNotice error={state.error} />}
      {state.is === "done" && (
        <ul className="space-y-1">
          {state.files.map(({ name, href }) => (
            <li key={href}>
              <a
                href={href}
                download={name}
                className="flex items-center gap-2 rounded-md font-medium break-all text-accent-strong hover:underline"
              >
                <Download className="size-4 shrink-0" aria-hidden="true" />
                {texts.download(name)}
              </a>
            </li>
          ))}
        </ul>
      )}
      {state.is === "done" && <p className="text-xs text-muted">{texts.kept}</p>}
      {state.is === "running" ? (
        <Button variant="outline" size="small" onClick={onCancel}>
          {texts.cancel}
        </Button>
      ) : (
        <Button variant="outline" size="small" onClick={onAgain}>
          {texts.another}
        </Button>
      )}
    </div>
  );
}

function Said({ state }: { state: ExportOutcomeProps["state"] }) {
  switch (state.is) {
    case "running":
      return (
        <div className="space-y-2">
          <p className="flex items-baseline justify-between gap-3">
            <span className="font-medium">{texts.writing(texts.formats[state.format])}</span>
            <span className="text-xs text-muted tabular-nums">{texts.soFar(state.rows)}</span>
          </p>
          <progress
            aria-label={texts.exporting}
            className="h-1.5 w-full accent-accent"
            max={1}
            {...(state.progress !== undefined && { value: state.progress })}
          />
        </div>
      );
    case "done":
      return (
        <p className="flex items-center gap-2 font-medium">
          <Check className="size-4 text-accent" aria-hidden="true" />
          {texts.ready(state.rows, state.bytes)}
        </p>
      );
    case "cancelled":
      return <p>{texts.cancelled}</p>;
    case "failed":
      return null;
  }
}
