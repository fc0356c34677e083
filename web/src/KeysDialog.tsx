import { texts as tourTexts } from "@/tour/texts";
import { tour } from "@/tour/tour-store";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { modifierKey } from "@/ui/modifier-key";
import { texts } from "./texts";

interface KeysDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export function KeysDialog({ open, onOpenChange }: KeysDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={texts.keys}
      description={texts.keysLead}
      className="max-w-md"
    >
      <dl className="divide-y text-sm">
        {texts.keysAndMeanings(modifierKey).map(([key, meaning]) => (
          <div key={key} className="flex items-center justify-between gap-4 py-2">
            <dt className="text-muted">{meaning}</dt>
            <dd>
              <kbd className="rounded border bg-sunken px-1.5 py-0.5 font-mono text-xs">{key}</kbd>
            </dd>
          </div>
        ))}
      </dl>
      <Button
        variant="outline"
        className="self-start"
        onClick={() => {
          onOpenChange(false);
          tour.show();
        }}
      >
        {tourTexts.open}
      </Button>
    </Dialog>
  );
}
