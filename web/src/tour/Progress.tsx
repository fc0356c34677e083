interface ProgressProps {
  done: number;
  all: number;
}

const RADIUS = 8;
const ROUND = 2 * Math.PI * RADIUS;

/** How much of a whole is done, as a ring; the words beside it say it too. */
export function Progress({ done, all }: ProgressProps) {
  return (
    <svg viewBox="0 0 20 20" className="size-5 shrink-0 -rotate-90" aria-hidden="true">
      <circle cx="10" cy="10" r={RADIUS} fill="none" strokeWidth="3" className="stroke-sunken" />
      <circle
        cx="10"
        cy="10"
        r={RADIUS}
        fill="none"
        strokeWidth="3"
        strokeLinecap="round"
        strokeDasharray={`${String((ROUND * done) / all)} ${String(ROUND)}`}
        className={done === 0 ? "stroke-transparent" : "stroke-accent transition-all"}
      />
    </svg>
  );
}
