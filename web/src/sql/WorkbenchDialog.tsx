import { Dialog } from "@/ui/dialog";
import { SqlPanel } from "./SqlPanel";
import { texts } from "./texts";

export interface WorkbenchRequest {
  title: string;
  source: string;
  sql: string;
  runAtOnce: boolean;
}

interface WorkbenchDialogProps {
  request: WorkbenchRequest | undefined;
  onClose: () => void;
}

/** SQL in a window: the preview of a table, or a statement from scratch. */
export function WorkbenchDialog({ request, onClose }: WorkbenchDialogProps) {
  return (
    <Dialog
      open={request !== undefined}
      onOpenChange={(open) => {
        if (!open) {
          onClose();
        }
      }}
      title={request?.title ?? ""}
      description={texts.readOnlyOn(request?.source ?? "")}
      className="max-w-5xl"
    >
      {request && (
        <SqlPanel
          key={`${request.source} ${request.sql}`}
          source={request.source}
          initial={request.sql}
          runAtOnce={request.runAtOnce}
          focused={!request.runAtOnce}
        />
      )}
    </Dialog>
  );
}
