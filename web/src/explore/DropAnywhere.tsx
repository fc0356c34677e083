import { FileUp } from "lucide-react";
import { lazy, Suspense, useEffect, useState } from "react";
import { texts } from "./drop-texts";

const AddSource = lazy(() =>
  import("./AddSource").then((module) => ({ default: module.AddSource })),
);

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes("Files") ?? false;
}

/** Takes files that are dropped anywhere on the page. */
export function DropAnywhere() {
  const [over, setOver] = useState(false);
  const [dropped, setDropped] = useState<{ files: File[]; round: number }>();

  useEffect(() => {
    // Every element that is entered and left tells; only what is left last counts.
    let depth = 0;
    const enter = (event: DragEvent) => {
      if (carriesFiles(event)) {
        depth += 1;
        setOver(true);
      }
    };
    const leave = (event: DragEvent) => {
      if (carriesFiles(event)) {
        depth -= 1;
        setOver(depth > 0);
      }
    };
    const allow = (event: DragEvent) => {
      if (carriesFiles(event)) {
        event.preventDefault();
      }
    };
    const drop = (event: DragEvent) => {
      if (carriesFiles(event)) {
        event.preventDefault();
        depth = 0;
        setOver(false);
        const files = [...(event.dataTransfer?.files ?? [])];
        setDropped((before) => ({ files, round: (before?.round ?? 0) + 1 }));
      }
    };
    window.addEventListener("dragenter", enter);
    window.addEventListener("dragleave", leave);
    window.addEventListener("dragover", allow);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragenter", enter);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("dragover", allow);
      window.removeEventListener("drop", drop);
    };
  }, []);

  return (
    <>
      {over && (
        <div className="pointer-events-none fixed inset-0 z-60 flex animate-fade items-center justify-center bg-paper/85 p-4">
          <div className="flex h-full w-full flex-col items-center justify-center gap-2 rounded-2xl border-2 border-dashed border-accent text-center">
            <FileUp className="size-8 text-accent" aria-hidden="true" />
            <p className="text-lg font-medium">{texts.dropHere}</p>
            <p className="text-sm text-muted">{texts.dropHereLead}</p>
          </div>
        </div>
      )}
      {dropped && (
        <Suspense>
          <AddSource
            key={dropped.round}
            files={dropped.files}
            onClose={() => {
              setDropped(undefined);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
