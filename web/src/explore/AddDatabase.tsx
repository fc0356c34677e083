import { useCallback, useId, useState } from "react";
import { call } from "@/api/client";
import type { KeptSource } from "@/api/types";
import { ErrorNotice } from "@/ui/error-notice";
import { Skeleton } from "@/ui/skeleton";
import { Select } from "@/ui/select";
import { useResource } from "@/ui/use-resource";
import { EngineForm } from "./EngineForm";
import { settingsOf, type Values } from "./form";
import { texts } from "./texts";

interface AddDatabaseProps {
  onAdded: (source: KeptSource) => void;
}

const load = (signal: AbortSignal) => call("list_engines", {}, signal);

/** Connects a database by the form that its engine describes; it is tried before it is kept. */
export function AddDatabase({ onAdded }: AddDatabaseProps) {
  const { data, error } = useResource(load);
  const [chosen, setChosen] = useState<string>();
  const id = useId();
  const engines = data?.engines ?? [];
  const form = engines.find((each) => each.engine === chosen) ?? engines[0];

  const submit = useCallback(
    async (name: string, values: Values) => {
      if (!form) {
        return [];
      }
      const settings = settingsOf(form.settings, values);
      const tried = await call("test_source", { name, engine: form.engine, settings });
      if (!tried.works) {
        return tried.problems.length > 0
          ? tried.problems
          : [{ setting: "", problem: tried.problem ?? "" }];
      }
      onAdded(await call("add_source", { name, engine: form.engine, settings }));
      return [];
    },
    [form, onAdded],
  );

  if (error !== undefined) {
    return <ErrorNotice error={error} />;
  }
  if (!form) {
    return <Skeleton className="h-64" />;
  }
  return (
    <div className="flex flex-col gap-4">
      <div>
        <label htmlFor={id} className="mb-1 block text-sm font-medium">
          {texts.kind}
        </label>
        <Select
          id={id}
          value={form.engine}
          onChange={(event) => {
            setChosen(event.target.value);
          }}
        >
          {engines.map((each) => (
            <option key={each.engine} value={each.engine}>
              {each.engine}
            </option>
          ))}
        </Select>
      </div>
      <EngineForm
        key={form.engine}
        fields={form.settings}
        label={texts.tryAndAdd}
        named
        onSubmit={submit}
      />
    </div>
  );
}
