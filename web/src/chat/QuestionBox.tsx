import { ArrowUp, Square } from "lucide-react";
import { useRef, type RefObject } from "react";
import type { SourceSummary } from "@/api/types";
import { Button } from "@/ui/button";

interface QuestionBoxProps {
  draft: string;
  busy: boolean;
  sources: SourceSummary[];
  source: string;
  box: RefObject<HTMLTextAreaElement | null>;
  onDraft: (text: string) => void;
  onSource: (source: string) => void;
  onAsk: () => void;
  onStop: () => void;
}

/** Where a question is typed: Enter asks, Shift-Enter breaks the line, Escape stops. */
export function QuestionBox(props: QuestionBoxProps) {
  const { draft, busy, sources, source, box, onDraft, onSource, onAsk, onStop } = props;
  const composing = useRef(false);

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onAsk();
      }}
      className="rounded-2xl border border-border-strong bg-surface shadow-card transition-colors focus-within:border-accent"
    >
      <textarea
        ref={box}
        rows={1}
        value={draft}
        aria-label="Your question"
        placeholder="Ask your data a question"
        className="block field-sizing-content max-h-50 w-full resize-none bg-transparent px-4 pt-3.5 pb-1 text-base leading-normal outline-none placeholder:text-muted"
        onChange={(event) => {
          onDraft(event.target.value);
        }}
        onCompositionStart={() => {
          composing.current = true;
        }}
        onCompositionEnd={() => {
          composing.current = false;
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.shiftKey && !composing.current) {
            event.preventDefault();
            onAsk();
          } else if (event.key === "Escape" && busy) {
            onStop();
          }
        }}
      />
      <div className="flex items-center gap-2 px-2.5 pb-2.5">
        {sources.length > 1 && (
          <select
            aria-label="Source to ask"
            value={source}
            onChange={(event) => {
              onSource(event.target.value);
            }}
            className="h-8 max-w-44 rounded-md bg-transparent px-1.5 text-[13px] text-muted hover:bg-sunken hover:text-ink"
          >
            <option value="">Any source</option>
            {sources.map((each) => (
              <option key={each.name} value={each.name}>
                {each.name}
              </option>
            ))}
          </select>
        )}
        <span className="ml-auto hidden text-xs text-muted sm:inline">
          <kbd className="font-mono">/</kbd> to focus, <kbd className="font-mono">↵</kbd> to ask
        </span>
        {busy ? (
          <Button
            variant="outline"
            size="icon"
            aria-label="Stop"
            title="Stop (Esc)"
            className="ml-auto rounded-full sm:ml-0"
            onClick={onStop}
          >
            <Square className="fill-current" />
          </Button>
        ) : (
          <Button
            type="submit"
            size="icon"
            aria-label="Ask"
            className="ml-auto rounded-full sm:ml-0"
            disabled={draft.trim() === ""}
          >
            <ArrowUp />
          </Button>
        )}
      </div>
    </form>
  );
}
