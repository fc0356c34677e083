import { CircleAlert, CircleCheck, FileUp, X } from "lucide-react";
import { useId, useRef, useState } from "react";
import { call } from "@/api/client";
import { messageOf } from "@/api/errors";
import type { KeptSource } from "@/api/types";
import { bytes } from "@/language/format";
import { Button } from "@/ui/button";
import { ErrorNotice } from "@/ui/error-notice";
import { Input } from "@/ui/input";
import { texts } from "./texts";
import type { Uploaded } from "./upload";
import { useUploads, type Sending } from "./use-uploads";

interface AddFilesProps {
  first: readonly File[];
  onAdded: (sources: KeptSource[]) => void;
}

/** Sends files and makes sources of them: one of all tables, and one of each database. */
export function AddFiles({ first, onAdded }: AddFilesProps) {
  const { sendings, send, leaveOut } = useUploads(first);
  const [chosenName, setChosenName] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const [kept, setKept] = useState<KeptSource[]>([]);
  const picker = useRef<HTMLInputElement>(null);
  const nameId = useId();

  const uploaded = sendings.flatMap((each) => each.uploaded ?? []);
  const tables = uploaded.filter((each) => !each.database);
  const name = chosenName ?? tables[0]?.suggested_source ?? "";
  const sending = sendings.some((each) => !each.uploaded && each.error === undefined);

  const add = async () => {
    setBusy(true);
    setError(undefined);
    const done = [...kept];
    try {
      for (const plan of plansOf(uploaded, name)) {
        if (!done.some((each) => each.name === plan.name)) {
          done.push(await call("add_source", plan));
          setKept([...done]);
        }
      }
      onAdded(done);
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };

  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <div className="flex flex-col items-center gap-1.5 rounded-xl border border-dashed border-border-strong bg-surface px-4 py-7 text-center">
        <FileUp className="size-6 text-accent" aria-hidden="true" />
        <p className="text-sm">
          <Button
            variant="outline"
            size="small"
            onClick={() => {
              picker.current?.click();
            }}
          >
            {texts.chooseFiles}
          </Button>{" "}
          <span className="text-muted">{texts.orDrop}</span>
        </p>
        <p className="text-xs text-muted">{texts.accepted}</p>
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          data-testid="files"
          onChange={(event) => {
            send([...(event.target.files ?? [])]);
            event.target.value = "";
          }}
        />
      </div>
      {sendings.length > 0 && (
        <ul aria-label={texts.files} aria-live="polite" className="divide-y rounded-lg border">
          {sendings.map((each) => (
            <FileRow
              key={each.key}
              sending={each}
              onLeaveOut={() => {
                leaveOut(each.key);
              }}
            />
          ))}
        </ul>
      )}
      {tables.length > 0 && (
        <div>
          <label htmlFor={nameId} className="mb-1 block text-sm font-medium">
            {texts.sourceName}
          </label>
          <Input
            id={nameId}
            value={name}
            aria-describedby={`${nameId}-hint`}
            onChange={(event) => {
              setChosenName(event.target.value);
            }}
          />
          <p id={`${nameId}-hint`} className="mt-1 text-xs text-muted">
            {texts.sourceNameHint}
          </p>
        </div>
      )}
      {uploaded.length > tables.length && uploaded.length > 1 && (
        <p className="text-[13px] text-muted">{texts.databasesAlone}</p>
      )}
      {error !== undefined && <ErrorNotice error={error} />}
      <Button
        type="submit"
        className="self-end"
        disabled={busy || sending || uploaded.length === 0}
      >
        {busy ? texts.adding : texts.addFiles(uploaded.length)}
      </Button>
    </form>
  );
}

/** What is added: all tables as one source, each database as its own. */
function plansOf(uploaded: Uploaded[], name: string): { name: string; uploads: string[] }[] {
  const tables = uploaded.filter((each) => !each.database).map((each) => each.upload);
  return [
    ...(tables.length > 0 ? [{ name, uploads: tables }] : []),
    ...uploaded
      .filter((each) => each.database)
      .map((each) => ({ name: each.suggested_source, uploads: [each.upload] })),
  ];
}

function FileRow({ sending, onLeaveOut }: { sending: Sending; onLeaveOut: () => void }) {
  const { name, percent, uploaded, error } = sending;
  return (
    <li className="flex items-start gap-3 px-3 py-2.5 text-sm">
      {error === undefined ? (
        <CircleCheck
          className={`mt-0.5 size-4 shrink-0 ${uploaded ? "text-accent" : "text-border-strong"}`}
          aria-hidden="true"
        />
      ) : (
        <CircleAlert className="mt-0.5 size-4 shrink-0 text-danger" aria-hidden="true" />
      )}
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">{name}</p>
        {error === undefined ? (
          <p className="text-xs text-muted">
            {uploaded ? texts.sent : texts.sending(percent)}
            {uploaded && ` · ${bytes(uploaded.bytes)}`}
          </p>
        ) : (
          <p className="text-xs break-words text-danger" role="alert">
            {messageOf(error)}
          </p>
        )}
      </div>
      <Button
        variant="ghost"
        size="small-icon"
        aria-label={texts.removeFile(name)}
        onClick={onLeaveOut}
      >
        <X />
      </Button>
    </li>
  );
}
