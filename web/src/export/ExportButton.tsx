import { Download, LoaderCircle } from "lucide-react";
import { Button } from "@/ui/button";
import { Popover } from "@/ui/popover";
import { ExportChoice } from "./ExportChoice";
import { ExportOutcome } from "./ExportOutcome";
import { texts } from "./texts";
import { useExport, type Exported } from "./use-export";

/** Takes all rows of a statement along, in any format; the export goes on while it is closed. */
export function ExportButton({ what }: { what: Exported }) {
  const { state, start, cancel, again } = useExport(what);
  const running = state.is === "running";
  return (
    <Popover
      label={texts.export}
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
