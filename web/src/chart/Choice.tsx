import { Select } from "@/ui/select";

interface ChoiceProps {
  label: string;
  /** Whether the label is for those only who do not see the list. */
  quiet?: boolean;
  value: string;
  /** Value and what it is called. */
  options: readonly (readonly [string, string])[];
  onChange: (value: string) => void;
}

/** One of a few, with what is chosen above the list. */
export function Choice({ label, quiet = false, value, options, onChange }: ChoiceProps) {
  return (
    <label className="block min-w-0 flex-1">
      <span className={quiet ? "sr-only" : "mb-1 block text-xs font-medium text-muted"}>
        {label}
      </span>
      <Select
        size="medium"
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      >
        {options.map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </Select>
    </label>
  );
}
