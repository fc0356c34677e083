import { Share2 } from "lucide-react";
import { useState } from "react";
import { useActions } from "@/palette/actions";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { ShareForm } from "./ShareForm";
import { texts } from "./texts";

interface ShareButtonProps {
  conversation: string;
}

/** Opens what gives a conversation to others. */
export function ShareButton({ conversation }: ShareButtonProps) {
  const [open, setOpen] = useState(false);
  const show = () => {
    setOpen(true);
  };
  useActions([{ id: "share", name: texts.action, run: show }]);
  return (
    <>
      <Button variant="ghost" size="small" onClick={show}>
        <Share2 />
        <span className="max-sm:sr-only">{texts.share}</span>
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={texts.title}
        description={texts.about}
        className="max-w-lg"
      >
        <ShareForm conversation={conversation} />
      </Dialog>
    </>
  );
}
