import { lazy, Suspense, useEffect, useRef, useState } from "react";
import type { Entry } from "./entries";
import { useCommonActions } from "./use-common-actions";

// Nobody needs it before they press its keys.
const PaletteDialog = lazy(() => import("./PaletteDialog"));

/** Opens by Ctrl or Cmd with K, wherever one is. */
export function Palette() {
  const [open, setOpen] = useState(false);
  const taken = useRef<Entry>(undefined);
  useCommonActions();

  // What is taken may open a window itself, and this one gives the focus back when it is gone.
  useEffect(() => {
    if (!open && taken.current) {
      const { run } = taken.current;
      taken.current = undefined;
      setTimeout(run);
    }
  }, [open]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey) {
        event.preventDefault();
        setOpen((is) => !is);
      }
    };
    window.addEventListener("keydown", onKey);
    return () => {
      window.removeEventListener("keydown", onKey);
    };
  }, []);

  return open ? (
    <Suspense>
      <PaletteDialog
        onClose={() => {
          setOpen(false);
        }}
        onTake={(entry) => {
          taken.current = entry;
          setOpen(false);
        }}
      />
    </Suspense>
  ) : null;
}
