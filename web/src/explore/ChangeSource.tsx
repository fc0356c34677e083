import { useCallback } from "react";
import { call } from "@/api/client";
import { useCatalog } from "@/schema/catalog";
import { Dialog } from "@/ui/dialog";
import { ErrorNotice } from "@/ui/error-notice";
import { Skeleton } from "@/ui/skeleton";
import { useResource } from "@/ui/use-resource";
import { EngineForm } from "./EngineForm";
import { settingsOf, valuesOf } from "./form";
import { texts } from "./texts";

interface ChangeSourceProps {
  name: string;
  onClose: () => void;
}

/** The settings of a source that was added, in the form of its engine. */
export function ChangeSource({ name, onClose }: ChangeSourceProps) {
  const { store } = useCatalog();
  const load = useCallback(
    async (signal: AbortSignal) => {
      const [status, { engines }] = await Promise.all([
        call("source_status", { source: name }, signal),
        call("list_engines", {}, signal),
      ]);
      return { added: status.added, form: engines.find((each) => each.engine === status.engine) };
    },
    [name],
  );
  const { data, error } = useResource(load);
  const added = data?.added;
  const form = data?.form;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={name}
      description={texts.changeLead}
      className="max-w-2xl"
    >
      {error !== undefined && <ErrorNotice error={error} />}
      {error === undefined && !(added && form) && <Skeleton className="h-64" />}
      {added && form && (
        <EngineForm
          fields={form.settings.filter(
            (field) => added.files.length === 0 || !isOfFiles(field.kind),
          )}
          label={texts.tryAndSave}
          values={valuesOf(added.settings)}
          secrets={added.secrets}
          onSubmit={async (_, values) => {
            const settings = settingsOf(form.settings, values);
            await call("change_source", {
              name,
              settings,
              without: Object.keys(added.settings).filter((key) => !(key in settings)),
            });
            store.reload();
            onClose();
            return [];
          }}
        />
      )}
    </Dialog>
  );
}

/** Uploaded files stand where others would be named. */
function isOfFiles(kind: string): boolean {
  return kind === "path" || kind === "paths";
}
