import { CornerUpLeft, X } from "lucide-react";
import { Popover } from "radix-ui";
import { useState } from "react";
import type { Answer, ChipEdit, FilterChip } from "@/api/types";
import { Button } from "@/ui/button";
import { Input } from "@/ui/input";
import { texts } from "./texts";

interface FiltersProps {
  answer: Answer;
  disabled: boolean;
  /** The change, and what it does in words. */
  onEdit: (edit: ChipEdit, words: string) => void;
}

/** What was kept of the question before, and the conditions of the answer, each to be changed. */
export function Filters({ answer, disabled, onEdit }: FiltersProps) {
  if (!answer.kept && answer.filters.length === 0) {
    return null;
  }
  return (
    <div className="space-y-2">
      {answer.kept && (
        <p className="flex items-start gap-1.5 text-[13px] text-muted" data-testid="kept">
          <CornerUpLeft className="mt-0.5 size-3.5 shrink-0" aria-hidden="true" />
          <span className="min-w-0">{texts.kept(answer.kept)}</span>
        </p>
      )}
      {answer.filters.length > 0 && (
        <ul className="flex flex-wrap gap-1.5" aria-label={texts.filters}>
          {answer.filters.map((chip) => (
            <li key={chip.id}>
              <Chip chip={chip} disabled={disabled} onEdit={onEdit} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface ChipProps {
  chip: FilterChip;
  disabled: boolean;
  onEdit: FiltersProps["onEdit"];
}

function Chip({ chip, disabled, onEdit }: ChipProps) {
  const [open, setOpen] = useState(false);
  const changeable = chip.values.length > 0;
  const change = (value: string) => {
    setOpen(false);
    onEdit({ id: chip.id, values: [value] }, texts.changed(chip.label, value));
  };
  return (
    <span
      data-chip={chip.id}
      title={chip.words ? texts.said(chip.words) : undefined}
      className="inline-flex max-w-full items-center rounded-full border bg-surface text-[13px]"
    >
      <Popover.Root open={open} onOpenChange={setOpen}>
        <Popover.Trigger asChild>
          <button
            type="button"
            disabled={disabled || !changeable}
            className="min-w-0 rounded-l-full py-1 pr-1.5 pl-3 text-left enabled:hover:text-accent"
          >
            {chip.label}
          </button>
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content
            align="start"
            sideOffset={6}
            className="z-50 w-64 animate-fade rounded-lg border bg-surface p-3 shadow-card"
          >
            <ChipForm chip={chip} onChange={change} />
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
      <button
        type="button"
        disabled={disabled}
        aria-label={texts.removeFilter(chip.label)}
        onClick={() => {
          onEdit({ id: chip.id }, texts.without(chip.label));
        }}
        className="grid size-7 shrink-0 place-items-center rounded-full text-muted hover:bg-hover hover:text-ink"
      >
        <X className="size-3.5" />
      </button>
    </span>
  );
}

function ChipForm({ chip, onChange }: { chip: FilterChip; onChange: (value: string) => void }) {
  const [value, setValue] = useState(chip.values[0] ?? "");
  const fixed = chip.kind === "grain" || chip.kind === "order";
  return (
    <form
      className="space-y-2.5"
      onSubmit={(event) => {
        event.preventDefault();
        if (value.trim() !== "") {
          onChange(value.trim());
        }
      }}
    >
      <p className="text-xs font-medium text-muted">
        {[chip.column, chip.operator].filter(Boolean).join(" ") || chip.label}
      </p>
      {!fixed && (
        <div className="flex gap-1.5">
          <Input
            aria-label={texts.newValue}
            value={value}
            onChange={(event) => {
              setValue(event.target.value);
            }}
          />
          <Button type="submit" size="default">
            {texts.apply}
          </Button>
        </div>
      )}
      {chip.alternatives.length > 0 && (
        <div className="flex flex-wrap gap-1.5">
          {chip.alternatives.map((each) => (
            <Button
              key={each}
              variant="outline"
              size="small"
              onClick={() => {
                onChange(each);
              }}
            >
              {each}
            </Button>
          ))}
        </div>
      )}
    </form>
  );
}
