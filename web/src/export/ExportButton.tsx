import { Download, LoaderCircle } from "lucide-react";
import { useState } from "react";
import { useActions, type Action } from "@/palette/actions";
import { Button } from "@/ui/button";
import { Popover } from "@/ui/popover";
import { ExportChoice } from "./ExportChoice";
import { ExportOutcome } from "./ExportOutcome";
import { texts } from "./texts";
import { useExport, type Exported } from "./use-export";

interface ExportButtonProps {
  what: Exported;
  /** What the palette calls it; without, it is not there. */
  action?: string;
}

const NONE: readonly Action[] = [];

/** Takes all rows of a statement along, in any format; the export goes on while it is closed. */
export function ExportButton({ what, action }: ExportButtonProps) {
  const [open, setOpen] = useState(false);
  const chooseFormat = () => {
    setOpen(true);
  };
  useActions(action ? [{ id: "export", name: action, run: chooseFormat }] : NONE);
  const { state, start, cancel, again } = useExport(what);
  const running = state.is === "running";
  return (
    <Popover
      label={texts.export}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="ghost" size="small">
          {running ? <LoaderCircle className="animate-spin" /> : <Download />}
          {running ? texts.exporting : texts.export}
        </Button>
      }
    >
      {state.is === "choosing" ? (
        <ExportChoice
          onChoose={(format, compression) => {
            void start(format, compression);
          }}
        />
      ) : (
        <ExportOutcome state={state} onCancel={cancel} onAgain={again} />
      )}
    </Popover>
  );
}
