import { useEffect, useRef, useState } from "react";
import type { EngineField, SettingProblem } from "@/api/types";
import { Button } from "@/ui/button";
import { ErrorNotice } from "@/ui/error-notice";
import { Field } from "./Field";
import { parted, type Values } from "./form";
import { texts } from "./texts";

interface EngineFormProps {
  fields: EngineField[];
  label: string;
  /** Whether the source gets its name here. */
  named?: boolean;
  values?: Values;
  /** Secrets that are kept already. */
  secrets?: string[];
  /** Gives what is wrong with single fields; without a field, with the whole. */
  onSubmit: (name: string, values: Values) => Promise<SettingProblem[]>;
}

const NAME: EngineField = {
  name: "name",
  kind: "text",
  required: true,
  secret: false,
  configuration_only: false,
  description: texts.sourceNameHint,
  choices: [],
};
const NO_VALUES: Values = {};
const NO_SECRETS: string[] = [];

/** A form made from an engine's own description of its settings. */
export function EngineForm({
  fields,
  label,
  named = false,
  values: kept = NO_VALUES,
  secrets = NO_SECRETS,
  onSubmit,
}: EngineFormProps) {
  const [values, setValues] = useState(kept);
  const [problems, setProblems] = useState<SettingProblem[]>([]);
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const { first, further } = parted(fields);
  const known = [...(named ? [NAME] : []), ...first, ...further].map((field) => field.name);
  const general = problems.filter((each) => !known.includes(each.setting));

  // Whoever cannot see where it is wrong is led there.
  useEffect(() => {
    form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [problems]);

  const submit = async () => {
    setBusy(true);
    setError(undefined);
    setProblems([]);
    try {
      setProblems(await onSubmit(values.name?.trim() ?? "", values));
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };

  const row = (field: EngineField) => (
    <Field
      key={field.name}
      field={field}
      value={values[field.name] ?? ""}
      kept={secrets.includes(field.name)}
      problem={problems.find((each) => each.setting === field.name)?.problem}
      onChange={(value) => {
        setValues((all) => ({ ...all, [field.name]: value }));
      }}
    />
  );

  return (
    <form
      ref={form}
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {named && row(NAME)}
      {first.map(row)}
      {further.length > 0 && (
        <details
          open={further.some((field) => problems.some((each) => each.setting === field.name))}
          className="rounded-lg border px-3 py-2 open:pb-3"
        >
          <summary className="cursor-pointer text-sm font-medium text-muted">{texts.more}</summary>
          <div className="mt-3 flex flex-col gap-4">{further.map(row)}</div>
        </details>
      )}
      {problems.length > general.length && (
        <p role="status" className="text-[13px] text-danger">
          {texts.wrong(problems.length - general.length)}
        </p>
      )}
      {general.map((each) => (
        <ErrorNotice
          key={each.problem}
          error={new Error(each.setting ? `${each.setting} ${each.problem}` : each.problem)}
        />
      ))}
      {error !== undefined && <ErrorNotice error={error} />}
      <Button type="submit" className="self-end" disabled={busy}>
        {busy ? texts.trying : label}
      </Button>
    </form>
  );
}
