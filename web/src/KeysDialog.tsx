import { Dialog } from "@/ui/dialog";

const KEYS: [key: string, meaning: string][] = [
  ["/", "Go to the question box"],
  ["Enter", "Ask"],
  ["↑", "Bring the last question back"],
  ["Shift Enter", "New line in the question"],
  ["Esc", "Stop the running question; close a window"],
  ["Ctrl K", "Go to a page, a conversation, a table"],
  ["n", "New conversation"],
  ["s", "Write SQL"],
  ["Ctrl Enter", "Run the SQL in the editor"],
  ["?", "Show these keys"],
];

interface KeysDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export function KeysDialog({ open, onOpenChange }: KeysDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Keys"
      description="Everything here works without a mouse."
      className="max-w-md"
    >
      <dl className="divide-y text-sm">
        {KEYS.map(([key, meaning]) => (
          <div key={key} className="flex items-center justify-between gap-4 py-2">
            <dt className="text-muted">{meaning}</dt>
            <dd>
              <kbd className="rounded border bg-sunken px-1.5 py-0.5 font-mono text-xs">{key}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
