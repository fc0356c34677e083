import { ChevronDown } from "lucide-react";

interface SelectProps {
  label: string;
  /** Whether the label is for those only who do not see the list. */
  quiet?: boolean;
  value: string;
  /** Value and what it is called. */
  options: readonly (readonly [string, string])[];
  onChange: (value: string) => void;
}

/** One of a few, in a list that opens. */
export function Select({ label, quiet = false, value, options, onChange }: SelectProps) {
  return (
    <label className="block min-w-0 flex-1">
      <span className={quiet ? "sr-only" : "mb-1 block text-xs font-medium text-muted"}>
        {label}
      </span>
      <span className="relative block">
        <select
          value={value}
          onChange={(event) => {
            onChange(event.target.value);
          }}
          className="h-8 w-full appearance-none truncate rounded-md border border-border-strong bg-surface pr-7 pl-2.5 text-sm text-ink"
        >
          {options.map(([key, name]) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden="true"
          className="pointer-events-none absolute top-2 right-2 size-4 text-muted"
        />
      </span>
    </label>
  );
}
