import { lazy, Suspense, useEffect, useState } from "react";

// Nobody needs it before they press its keys.
const PaletteDialog = lazy(() => import("./PaletteDialog"));

/** Opens by Ctrl or Cmd with K, wherever one is. */
export function Palette() {
  const [open, setOpen] = useState(false);

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
      />
    </Suspense>
  ) : null;
}
