const TICKS = Array.from({ length: 61 }, (_, index) => index * 3);

/** The arc of an instrument and its rule, behind the page and part of nothing. */
export function Sighting() {
  return (
    <svg
      viewBox="0 0 1000 520"
      aria-hidden="true"
      className="pointer-events-none absolute bottom-0 left-1/2 w-[max(100%,64rem)] -translate-x-1/2 [mask-image:linear-gradient(to_top,black_20%,transparent)] stroke-accent opacity-25"
      fill="none"
    >
      {[470, 452, 330].map((radius) => (
        <path
          key={radius}
          d={`M${String(500 - radius)} 520a${String(radius)} ${String(radius)} 0 0 1 ${String(2 * radius)} 0`}
          strokeWidth={radius === 470 ? 1.6 : 0.8}
        />
      ))}
      {TICKS.map((degrees) => (
        <path
          key={degrees}
          d={degrees % 15 === 0 ? "M30 520h34" : "M30 520h18"}
          strokeWidth={degrees % 15 === 0 ? 1.6 : 0.8}
          transform={`rotate(${String(degrees)} 500 520)`}
        />
      ))}
      <path d="M500 520 764 92" strokeWidth="2.2" strokeLinecap="round" />
      <circle cx="500" cy="520" r="9" strokeWidth="2.2" />
    </svg>
  );
}
