import { ArrowUp, Square } from "lucide-react";
import { useRef, type RefObject } from "react";
import type { SourceSummary } from "@/api/types";
import { Phrase } from "@/language/Phrase";
import { Button } from "@/ui/button";
import { cn } from "@/ui/cn";
import { texts } from "./texts";

interface QuestionBoxProps {
  draft: string;
  busy: boolean;
  /** With room below the text, as on the first page. */
  large: boolean;
  sources: SourceSummary[];
  source: string;
  box: RefObject<HTMLTextAreaElement | null>;
  onDraft: (text: string) => void;
  onSource: (source: string) => void;
  onAsk: () => void;
  onStop: () => void;
  /** Brings the last question back into the empty box. */
  onRecall: () => void;
}

/** Where a question is typed: Enter asks, Shift-Enter breaks the line, Escape stops. */
export function QuestionBox(props: QuestionBoxProps) {
  const { draft, busy, large, box, onDraft, onAsk, onStop, onRecall } = props;
  const composing = useRef(false);

  return (
    <form
      data-tour="ask"
      onSubmit={(event) => {
        event.preventDefault();
        onAsk();
      }}
      className={cn(
        "flex rounded-2xl border border-border-strong bg-surface shadow-card transition-colors focus-within:border-accent",
        large ? "flex-col" : "items-end",
      )}
    >
      <textarea
        ref={box}
        rows={1}
        value={draft}
        aria-label={texts.yourQuestion}
        placeholder={large ? texts.askFirst : texts.askNext}
        className={cn(
          "block field-sizing-content max-h-50 w-full min-w-0 resize-none bg-transparent px-4 text-base leading-normal outline-none placeholder:text-muted",
          large ? "pt-3.5 pb-1" : "py-3.5",
        )}
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
          } else if (event.key === "ArrowUp" && draft === "") {
            event.preventDefault();
            onRecall();
          }
        }}
      />
      <div className={cn("flex shrink-0 items-center gap-2 px-2.5", large ? "pb-2.5" : "py-2")}>
        <SourceChoice {...props} />
        {large && (
          <span className="ml-auto hidden text-xs text-muted sm:inline">
            <Phrase text={texts.keys} mark={(key) => <kbd className="font-mono">{key}</kbd>} />
          </span>
        )}
        {busy ? (
          <Button
            variant="outline"
            size="icon"
            aria-label={texts.stop}
            title={texts.stopHint}
            className="ml-auto rounded-full sm:ml-0"
            onClick={onStop}
          >
            <Square className="size-3.5 fill-current" />
          </Button>
        ) : (
          <Button
            type="submit"
            size="icon"
            aria-label={texts.ask}
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

function SourceChoice({ sources, source, onSource }: QuestionBoxProps) {
  if (sources.length < 2) {
    return null;
  }
  return (
    <select
      aria-label={texts.whichSource}
      value={source}
      onChange={(event) => {
        onSource(event.target.value);
      }}
      className="h-9 max-w-36 rounded-md bg-transparent px-1.5 text-[13px] text-muted hover:bg-hover hover:text-ink"
    >
      <option value="">{texts.anySource}</option>
      {sources.map((each) => (
        <option key={each.name} value={each.name}>
          {each.name}
        </option>
      ))}
    </select>
  );
}
