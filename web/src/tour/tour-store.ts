/** What somebody new does once, in the order that makes sense. */
export const STEPS = ["ask", "sql", "chart", "data", "share"] as const;
export type Step = (typeof STEPS)[number];

/** How far somebody is, and whether they want to see it. */
export interface Tour {
  done: readonly Step[];
  shown: boolean;
  /** Whether all steps are to be seen; not said until somebody chooses. */
  open?: boolean | undefined;
  /** What was done last, on this visit. */
  latest?: Step;
}

const KEY = "alidade.tour";
const FRESH: Tour = { done: [], shown: true };

function isStep(value: unknown): value is Step {
  return STEPS.some((step) => step === value);
}

/** What was kept; something else, or nothing, is a beginning. */
export function read(text: string | null): Tour {
  try {
    const kept: unknown = JSON.parse(text ?? "null");
    if (typeof kept === "object" && kept !== null && "shown" in kept) {
      const { done, open, shown } = kept as Record<string, unknown>;
      return {
        done: Array.isArray(done) ? STEPS.filter((step) => done.filter(isStep).includes(step)) : [],
        shown: shown === true,
        ...(typeof open === "boolean" && { open }),
      };
    }
  } catch {
    // Whatever it was, it was not ours.
  }
  return FRESH;
}

function remembered(): Tour {
  try {
    return read(localStorage.getItem(KEY));
  } catch {
    return FRESH;
  }
}

/** The first steps of whoever uses this browser; they tick themselves when something is done. */
export class TourStore {
  private tour = remembered();
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  readonly snapshot = (): Tour => this.tour;

  /** Somebody did what a step shows, wherever they did it. */
  readonly did = (step: Step): void => {
    if (!this.tour.done.includes(step)) {
      const done = STEPS.filter((each) => each === step || this.tour.done.includes(each));
      // What was opened for the first step makes room for what was asked.
      this.change({ done, latest: step, open: this.tour.open && done.length < STEPS.length });
    }
  };

  readonly show = (): void => {
    const finished = this.tour.done.length === STEPS.length;
    this.change({ shown: true, open: true, ...(finished && { done: [] }) });
  };

  readonly hide = (): void => {
    this.change({ shown: false });
  };

  readonly setOpen = (open: boolean): void => {
    this.change({ open });
  };

  private change(part: Partial<Tour>): void {
    this.tour = { ...this.tour, ...part };
    try {
      localStorage.setItem(KEY, JSON.stringify(this.tour));
    } catch {
      // Storage may be blocked; the steps are then those of this visit.
    }
    for (const listener of this.listeners) {
      listener();
    }
  }
}

export const tour = new TourStore();
