import { Input } from "@/ui/input";
import { Select } from "@/ui/select";
import { initialOf, TYPES, textOf, type Wanted } from "./parameters";
import { texts } from "./texts";

interface ParameterBarProps {
  wanted: Wanted[];
  values: Record<string, string>;
  onValue: (name: string, value: string) => void;
  onType: (name: string, type: string) => void;
  onRun: () => void;
}

const INPUTS: Record<string, string> = {
  date: "date",
  time: "time",
  timestamp: "datetime-local",
  integer: "number",
  decimal: "number",
  float: "number",
};

/** A field for each value that the statement takes. */
export function ParameterBar({ wanted, values, onValue, onType, onRun }: ParameterBarProps) {
  if (wanted.length === 0) {
    return null;
  }
  return (
    <form
      aria-label={texts.parameters}
      className="flex max-h-32 flex-wrap items-end gap-x-4 gap-y-2 overflow-y-auto border-t bg-sunken/60 px-3 py-2"
      onSubmit={(event) => {
        event.preventDefault();
        onRun();
      }}
    >
      {wanted.map((each) => (
        <div key={each.name} className="min-w-36 space-y-1">
          <div className="flex items-baseline justify-between gap-2 text-xs">
            <label
              htmlFor={`parameter-${each.name}`}
              title={each.declared?.description}
              className="font-mono font-medium"
            >
              {each.name}
            </label>
            {each.declared ? (
              <span className="text-muted">{each.type}</span>
            ) : (
              <select
                aria-label={texts.typeOf(each.name)}
                value={each.type}
                className="bg-transparent text-muted"
                onChange={(event) => {
                  onType(each.name, event.target.value);
                }}
              >
                {TYPES.map((type) => (
                  <option key={type}>{type}</option>
                ))}
              </select>
            )}
          </div>
          <Field
            wanted={each}
            value={values[each.name] ?? initialOf(each)}
            onValue={(value) => {
              onValue(each.name, value);
            }}
          />
        </div>
      ))}
      <button type="submit" className="sr-only">
        {texts.run}
      </button>
    </form>
  );
}

interface FieldProps {
  wanted: Wanted;
  value: string;
  onValue: (value: string) => void;
}

function Field({ wanted: { name, type, declared }, value, onValue }: FieldProps) {
  const id = `parameter-${name}`;
  const choices = declared?.values?.map(textOf) ?? (type === "boolean" ? ["true", "false"] : []);
  if (choices.length > 0) {
    return (
      <Select
        id={id}
        value={value}
        size="medium"
        onChange={(event) => {
          onValue(event.target.value);
        }}
      >
        {!choices.includes(value) && <option value={value}>{value || texts.choose}</option>}
        {choices.map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
      </Select>
    );
  }
  return (
    <Input
      id={id}
      type={INPUTS[type] ?? "text"}
      step={type === "integer" ? 1 : "any"}
      min={declared?.minimum}
      max={declared?.maximum}
      required={declared?.required ?? false}
      value={value}
      className="h-8 px-2"
      onChange={(event) => {
        onValue(event.target.value);
      }}
    />
  );
}
