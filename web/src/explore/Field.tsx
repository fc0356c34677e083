import { useId } from "react";
import type { EngineField } from "@/api/types";
import { Input } from "@/ui/input";
import { Textarea } from "@/ui/textarea";
import { Select } from "@/ui/select";
import { texts } from "./texts";

interface FieldProps {
  field: EngineField;
  value: string;
  /** Whether a secret is kept that is not shown. */
  kept: boolean;
  problem: string | undefined;
  onChange: (value: string) => void;
}

/** One setting, by its kind, with what it means and what is wrong with it. */
export function Field({ field, value, kept, problem, onChange }: FieldProps) {
  const id = useId();
  const hint = `${id}-hint`;
  const wrong = `${id}-wrong`;
  const common = {
    id,
    value,
    "aria-describedby": problem ? `${wrong} ${hint}` : hint,
    "aria-invalid": problem !== undefined,
    "aria-required": field.required,
    onChange: (event: { target: { value: string } }) => {
      onChange(event.target.value);
    },
  };
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-sm font-medium">
        {spoken(field.name)}
        {field.required && (
          <span aria-hidden="true" className="ml-1 text-danger">
            *
          </span>
        )}
      </label>
      <Control field={field} kept={kept} common={common} />
      {problem && (
        <p id={wrong} className="mt-1 text-[13px] break-words text-danger">
          {problem}
        </p>
      )}
      <p id={hint} className="mt-1 text-xs text-muted">
        {field.description}
        {isList(field) && ` · ${texts.several}`}
      </p>
    </div>
  );
}

interface ControlProps {
  field: EngineField;
  kept: boolean;
  common: {
    id: string;
    value: string;
    onChange: (event: { target: { value: string } }) => void;
  };
}

function Control({ field, kept, common }: ControlProps) {
  if (field.kind === "flag" || field.kind === "choice") {
    const choices = field.kind === "flag" ? ["true", "false"] : field.choices;
    return (
      <Select {...common}>
        <option value="">
          {field.usual ? texts.usual(spokenChoice(field.usual)) : texts.notSaid}
        </option>
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {spokenChoice(choice)}
          </option>
        ))}
      </Select>
    );
  }
  if (isList(field)) {
    return <Textarea rows={common.value.split("\n").length} {...common} />;
  }
  return (
    <Input
      type={field.secret ? "password" : "text"}
      autoComplete="off"
      inputMode={field.kind === "number" ? "numeric" : undefined}
      spellCheck={false}
      placeholder={kept ? texts.secretKept : (field.usual ?? "")}
      {...common}
    />
  );
}

function isList(field: EngineField): boolean {
  return field.kind === "texts" || field.kind === "paths";
}

function spoken(name: string): string {
  const words = name.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function spokenChoice(choice: string): string {
  return choice === "true" ? texts.yes : choice === "false" ? texts.no : choice;
}
