import { Tabs } from "radix-ui";
import { useState } from "react";
import type { KeptSource } from "@/api/types";
import { tour } from "@/tour/tour-store";
import { useCatalog } from "@/schema/catalog";
import { Dialog } from "@/ui/dialog";
import { AddDatabase } from "./AddDatabase";
import { AddedSources } from "./AddedSources";
import { AddFiles } from "./AddFiles";
import { texts } from "./texts";

/** What a person has: files to send, or a database to connect to. */
export type Way = "files" | "database";

interface AddSourceProps {
  way?: Way;
  /** Files that were dropped already. */
  files?: readonly File[];
  onClose: () => void;
}

const NONE: readonly File[] = [];
const TAB =
  "rounded-md px-3 py-1.5 text-sm font-medium text-muted hover:text-ink data-[state=active]:bg-accent-soft data-[state=active]:text-accent-strong";

/** Adds a source from files or by the form of its engine, then says what can be asked of it. */
export function AddSource({ way = "files", files = NONE, onClose }: AddSourceProps) {
  const { store } = useCatalog();
  const [added, setAdded] = useState<KeptSource[]>([]);
  const take = (sources: KeptSource[]) => {
    tour.did("data");
    setAdded(sources);
  };
  // What is shown below changes with the sources, and this window with it; so it is closed first.
  const close = () => {
    onClose();
    if (added.length > 0) {
      store.reload();
    }
  };
  return (
    <Dialog
      open
      onOpenChange={close}
      title={added[0] ? texts.ready(added.map((each) => each.name).join(", ")) : texts.addSource}
      description={added[0] ? added[0].seen_by : texts.addLead}
      className="max-w-2xl"
    >
      {added.length > 0 ? (
        <AddedSources sources={added} onDone={close} />
      ) : (
        <Tabs.Root defaultValue={way}>
          <Tabs.List aria-label={texts.addSource} className="mb-4 flex gap-1">
            <Tabs.Trigger value="files" className={TAB}>
              {texts.files}
            </Tabs.Trigger>
            <Tabs.Trigger value="database" className={TAB}>
              {texts.database}
            </Tabs.Trigger>
          </Tabs.List>
          <Tabs.Content value="files">
            <AddFiles first={files} onAdded={take} />
          </Tabs.Content>
          <Tabs.Content value="database">
            <AddDatabase
              onAdded={(source) => {
                take([source]);
              }}
            />
          </Tabs.Content>
        </Tabs.Root>
      )}
    </Dialog>
  );
}
