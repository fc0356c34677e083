import { useCallback, useState } from "react";
import { call } from "@/api/client";
import { useCatalog } from "@/schema/catalog";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { ErrorNotice } from "@/ui/error-notice";
import { useResource } from "@/ui/use-resource";
import { exploreAddress } from "./addresses";
import { texts } from "./texts";

interface RemoveSourceProps {
  name: string;
  onClose: () => void;
}

/** Asks once more, and says what goes with the source. */
export function RemoveSource({ name, onClose }: RemoveSourceProps) {
  const { store } = useCatalog();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const load = useCallback(
    (signal: AbortSignal) => call("source_status", { source: name }, signal),
    [name],
  );
  const { data } = useResource(load);

  const remove = async () => {
    setBusy(true);
    try {
      await call("remove_source", { name });
      window.location.hash = exploreAddress();
      store.reload();
      onClose();
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={texts.removeTitle(name)}
      description={texts.removeFiles(data?.added?.files.length ?? 0)}
      className="max-w-lg"
    >
      {error !== undefined && <ErrorNotice error={error} />}
      <div className="flex justify-end gap-2">
        <Button variant="outline" onClick={onClose}>
          {texts.keep}
        </Button>
        <Button
          variant="danger"
          disabled={busy}
          onClick={() => {
            void remove();
          }}
        >
          {texts.removeSource}
        </Button>
      </div>
    </Dialog>
  );
}
