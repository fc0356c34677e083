import { ChevronRight } from "lucide-react";
import { Account } from "@/identity/Account";
import { ThemeToggle } from "@/theme/ThemeToggle";
import { exploreAddress } from "./addresses";
import { texts } from "./texts";

interface TrailProps {
  source: string;
  table: string;
}

/** The way from all sources to what is open, and the tools of every page. */
export function Trail({ source, table }: TrailProps) {
  const steps = [
    { name: texts.explore, href: exploreAddress() },
    ...(source === "" ? [] : [{ name: source, href: exploreAddress(source) }]),
    ...(table === "" ? [] : [{ name: table, href: exploreAddress(source, table) }]),
  ];
  return (
    <header className="flex h-14 shrink-0 items-center gap-1 px-3 sm:px-5">
      <nav aria-label={texts.breadcrumb} className="min-w-0 flex-1">
        <ol className="flex min-w-0 items-center gap-1 text-sm text-muted">
          {steps.map((step, index) => (
            <li key={step.href} className="flex min-w-0 items-center gap-1">
              {index > 0 && <ChevronRight className="size-3.5 shrink-0" aria-hidden="true" />}
              <a
                href={step.href}
                aria-current={index === steps.length - 1 ? "page" : undefined}
                className="truncate rounded px-1 py-0.5 hover:bg-hover hover:text-ink"
              >
                {step.name}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <ThemeToggle />
      <Account />
    </header>
  );
}
