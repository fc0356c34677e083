import { useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from "react";
import { texts } from "./texts";

const LEAST = 15;
const MOST = 80;
const STEP = 5;

interface SplitPaneProps {
  above: ReactNode;
  below: ReactNode;
}

/** Two parts above each other, whose border can be moved. */
export function SplitPane({ above, below }: SplitPaneProps) {
  const [share, setShare] = useState(42);
  const whole = useRef<HTMLDivElement>(null);
  const set = (next: number) => {
    setShare(Math.max(LEAST, Math.min(MOST, next)));
  };

  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const box = whole.current?.getBoundingClientRect();
    if (box && event.currentTarget.hasPointerCapture(event.pointerId)) {
      set((100 * (event.clientY - box.top)) / box.height);
    }
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowUp: -STEP, ArrowDown: STEP };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      set(share + step);
    }
  };

  return (
    <div ref={whole} className="flex min-h-0 flex-1 flex-col">
      <div className="flex min-h-0 shrink-0 flex-col" style={{ height: `${String(share)}%` }}>
        {above}
      </div>
      {/* The pattern of WAI-ARIA for a separator that moves. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        role="separator"
        aria-label={texts.border}
        aria-orientation="horizontal"
        aria-valuenow={Math.round(share)}
        aria-valuemin={LEAST}
        aria-valuemax={MOST}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={onPointerMove}
        className="group relative z-10 h-px shrink-0 cursor-row-resize touch-none bg-border hover:bg-accent focus-visible:bg-accent"
      >
        <span className="absolute inset-x-0 -top-1 h-2.5" />
      </div>
      <div className="flex min-h-0 flex-1 flex-col">{below}</div>
    </div>
  );
}
