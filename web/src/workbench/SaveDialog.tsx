import { useState } from "react";
import { call } from "@/api/client";
import type { SavedQuery } from "@/api/types";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { ErrorNotice } from "@/ui/error-notice";
import { Input } from "@/ui/input";
import { Textarea } from "@/ui/textarea";
import type { Wanted } from "./parameters";
import type { Tab } from "./tabs";
import { texts } from "./texts";

interface SaveDialogProps {
  tab: Tab;
  sql: string;
  wanted: Wanted[];
  onClose: () => void;
  onSaved: (saved: SavedQuery) => void;
}

function nameFrom(title: string): string {
  const words = title.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return words
    .join("_")
    .replace(/^[0-9_]+/, "")
    .slice(0, 64);
}

/** Saves a statement under a name, or a next version of it. */
export function SaveDialog({ tab, sql, wanted, onClose, onSaved }: SaveDialogProps) {
  const [name, setName] = useState(tab.saved?.name ?? nameFrom(tab.title));
  const [title, setTitle] = useState(tab.title);
  const [description, setDescription] = useState("");
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const own = wanted.filter((each) => new RegExp(`[$:]${each.name}\\b`).test(sql));

  const save = () => {
    setBusy(true);
    const parameters = own.map(
      ({ declared, ...each }) => declared ?? { name: each.name, type: each.type },
    );
    call("save_query", {
      name,
      source: tab.source,
      sql,
      title,
      ...(description && { description }),
      parameters,
    })
      .then(onSaved, setError)
      .finally(() => {
        setBusy(false);
      });
  };

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={tab.saved ? texts.saveVersion : texts.saveQuery}
      description={texts.saveHint}
      className="max-w-lg"
    >
      <form
        className="space-y-3"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <label className="block space-y-1 text-sm">
          <span className="text-muted">{texts.name}</span>
          <Input
            value={name}
            required
            readOnly={tab.saved !== undefined}
            pattern="[a-z][a-z0-9]*(_[a-z0-9]+)*"
            title={texts.nameHint}
            className="font-mono"
            onChange={(event) => {
              setName(event.target.value);
            }}
          />
        </label>
        <label className="block space-y-1 text-sm">
          <span className="text-muted">{texts.titleOfQuery}</span>
          <Input
            value={title}
            required
            onChange={(event) => {
              setTitle(event.target.value);
            }}
          />
        </label>
        <label className="block space-y-1 text-sm">
          <span className="text-muted">{texts.description}</span>
          <Textarea
            value={description}
            rows={2}
            onChange={(event) => {
              setDescription(event.target.value);
            }}
          />
        </label>
        <pre className="max-h-40 overflow-auto rounded-md border bg-sunken p-3 font-mono text-xs whitespace-pre-wrap">
          {sql}
        </pre>
        {error !== undefined && <ErrorNotice error={error} />}
        <div className="flex justify-end gap-2">
          <Button variant="ghost" onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button type="submit" disabled={busy}>
            {texts.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
