import { Check, ChevronDown, X } from "lucide-react";
import { useId, useState } from "react";
import { conversationAddress } from "@/chat/route";
import { useChatView } from "@/chat/use-chat";
import { useActions } from "@/palette/actions";
import { Button } from "@/ui/button";
import { cn } from "@/ui/cn";
import { useMedia } from "@/ui/use-media";
import { openPage, pointAt } from "./point";
import { Progress } from "./Progress";
import { texts } from "./texts";
import { STEPS, tour, type Step } from "./tour-store";
import { useTour } from "./use-tour";

/** The first steps at the foot of a page: the next one in a line, all of them where there is room. */
export function Tour() {
  const { done, shown, open, latest } = useTour();
  const { chat } = useChatView();
  const roomy = useMedia("(min-width: 800px)");
  const [missing, setMissing] = useState<Step>();
  const listId = useId();
  useActions([{ id: "tour", name: texts.open, run: tour.show }]);
  const next = STEPS.find((step) => !done.includes(step));
  const opened = open ?? (roomy && done.length === 0);

  if (!shown) {
    return null;
  }

  const lead = async (step: Step) => {
    const address = step === "data" ? "#/explore" : conversationAddress(chat.id ?? "");
    openPage(address, step === "data");
    if (!roomy) {
      tour.setOpen(false);
    }
    const there = await pointAt(step);
    setMissing(there ? undefined : step);
    if (!there) {
      await pointAt("ask");
    }
  };

  const button = (step: Step, describedBy: string) => (
    <Button
      variant="outline"
      size="small"
      aria-describedby={describedBy}
      onClick={() => {
        void lead(step);
      }}
    >
      {texts.showMe}
    </Button>
  );

  return (
    <section aria-label={texts.title} data-testid="tour" className="shrink-0 border-t bg-surface">
      <p role="status" className="sr-only">
        {latest && texts.ticked(texts.steps[latest].title, done.length, STEPS.length)}
      </p>
      <div className="flex min-h-11 items-center gap-2 px-3 py-1.5 sm:gap-3 sm:px-4">
        <Progress done={done.length} all={STEPS.length} />
        <h2 className="shrink-0 text-[13px] font-semibold">
          {texts.title}
          <span className="ml-2 font-normal text-muted tabular-nums">
            {texts.progress(done.length, STEPS.length)}
          </span>
        </h2>
        {next ? (
          !opened && (
            <>
              <p
                id={`${listId}-next`}
                className="min-w-0 flex-1 truncate text-[13px] text-muted max-sm:sr-only"
              >
                {texts.next(texts.steps[next].title)}
              </p>
              {button(next, `${listId}-next`)}
            </>
          )
        ) : (
          <p className="min-w-0 flex-1 text-[13px] text-muted">{texts.finished}</p>
        )}
        <span className="ml-auto flex shrink-0 items-center">
          <Button
            variant="ghost"
            size="small-icon"
            aria-label={texts.all}
            title={texts.all}
            aria-expanded={opened}
            aria-controls={opened ? listId : undefined}
            onClick={() => {
              tour.setOpen(!opened);
            }}
          >
            <ChevronDown className={cn("transition-transform", !opened && "rotate-180")} />
          </Button>
          <Button
            variant="ghost"
            size="small-icon"
            aria-label={texts.hide}
            title={texts.hide}
            onClick={tour.hide}
          >
            <X />
          </Button>
        </span>
      </div>
      {missing && !done.includes(missing) && (
        <p role="alert" className="px-3 pb-2 text-[13px] text-warning sm:px-4">
          {texts.steps[missing].missing}
        </p>
      )}
      {opened && (
        <ol
          id={listId}
          className="grid max-h-[45dvh] gap-2 overflow-y-auto px-3 pb-3 sm:grid-cols-5 sm:px-4"
        >
          {STEPS.map((step, index) => {
            const ticked = done.includes(step);
            const id = `${listId}-${step}`;
            return (
              <li
                key={step}
                data-step={step}
                data-done={ticked}
                className={cn(
                  "flex items-start gap-2.5 rounded-lg border p-2.5 max-sm:items-center sm:flex-col sm:gap-1.5",
                  step === next && "border-accent bg-accent-soft/40",
                )}
              >
                <div className="min-w-0 flex-1">
                  <h3 id={id} className="flex items-center gap-1.5 text-[13px] font-medium">
                    <span
                      aria-hidden="true"
                      className={cn(
                        "grid size-4.5 shrink-0 place-items-center rounded-full text-[11px] tabular-nums",
                        ticked ? "bg-accent text-accent-ink" : "border text-muted",
                      )}
                    >
                      {ticked ? <Check className="size-3" /> : index + 1}
                    </span>
                    {texts.steps[step].title}
                    {ticked && <span className="sr-only">{texts.done}</span>}
                  </h3>
                  <p className="mt-0.5 text-xs text-muted">{texts.steps[step].line}</p>
                </div>
                {!ticked && button(step, id)}
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}
