import { useId, useState } from "react";
import { cn } from "@/ui/cn";
import { Dialog } from "@/ui/dialog";
import { Input } from "@/ui/input";
import { GROUPS, matching, useEntries, type Entry } from "./entries";
import { texts } from "./texts";

interface PaletteDialogProps {
  onClose: () => void;
  onTake: (entry: Entry) => void;
}

function focus(element: HTMLInputElement | null) {
  element?.focus();
}

/** A few letters lead anywhere: arrows choose, Enter goes. */
export default function PaletteDialog({ onClose, onTake }: PaletteDialogProps) {
  const entries = useEntries();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const id = useId();
  const found = matching(entries, typed);
  const chosen = found[Math.min(at, found.length - 1)];
  const optionId = (entry: Entry) => `${id}-${String(found.indexOf(entry))}`;

  const take = (entry: Entry | undefined) => {
    if (entry) {
      onTake(entry);
    }
  };

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={texts.palette}
      description={texts.about}
      className="max-w-lg"
    >
      <Input
        ref={focus}
        role="combobox"
        aria-label={texts.input}
        aria-expanded={found.length > 0}
        aria-controls={id}
        aria-activedescendant={chosen && optionId(chosen)}
        autoComplete="off"
        className="shrink-0"
        placeholder={texts.placeholder}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") {
            event.preventDefault();
            take(chosen);
          } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
            event.preventDefault();
            const step = event.key === "ArrowDown" ? 1 : -1;
            setAt((Math.min(at, found.length - 1) + step + found.length) % (found.length || 1));
          }
        }}
      />
      <div id={id} role="listbox" aria-label={texts.palette} className="-mx-2 space-y-2">
        {GROUPS.filter((group) => found.some((entry) => entry.group === group)).map((group) => (
          <div key={group} role="group" aria-label={texts.groups[group]}>
            <p className="px-2 pb-0.5 text-[11px] font-medium text-muted" aria-hidden="true">
              {texts.groups[group]}
            </p>
            {found
              .filter((entry) => entry.group === group)
              .map((entry) => (
                <Option
                  key={entry.id}
                  id={optionId(entry)}
                  entry={entry}
                  chosen={entry === chosen}
                  onChoose={() => {
                    take(entry);
                  }}
                />
              ))}
          </div>
        ))}
      </div>
      {found.length === 0 && (
        <p role="status" className="text-sm text-muted">
          {texts.nothing(typed)}
        </p>
      )}
    </Dialog>
  );
}

interface OptionProps {
  id: string;
  entry: Entry;
  chosen: boolean;
  onChoose: () => void;
}

function Option({ id, entry, chosen, onChoose }: OptionProps) {
  return (
    <button
      type="button"
      id={id}
      role="option"
      aria-selected={chosen}
      tabIndex={-1}
      ref={(element) => {
        if (chosen) {
          element?.scrollIntoView({ block: "nearest" });
        }
      }}
      onClick={onChoose}
      className={cn(
        "flex w-full items-baseline gap-3 rounded-md px-2 py-1.5 text-left text-sm hover:bg-hover",
        chosen && "bg-hover",
      )}
    >
      <span className="min-w-0 flex-1 truncate">{entry.name}</span>
      {entry.hint && <span className="text-xs text-muted">{entry.hint}</span>}
    </button>
  );
}
