/** A sighting rule over its arc. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" className={className} aria-hidden="true">
      <rect width="32" height="32" rx="8" className="fill-accent" />
      <path
        d="M6 22a10 10 0 0 1 20 0"
        fill="none"
        className="stroke-accent-ink"
        strokeOpacity=".55"
        strokeWidth="2"
        strokeLinecap="round"
      />
      <path
        d="M16 22 23 8.5"
        className="stroke-accent-ink"
        strokeWidth="2.6"
        strokeLinecap="round"
      />
      <circle cx="16" cy="22" r="2.6" className="fill-accent-ink" />
    </svg>
  );
}
