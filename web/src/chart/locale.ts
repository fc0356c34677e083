import type { Part } from "./figure";

// A Sunday and a January, to count names of days and months from.
const SUNDAY = Date.UTC(2024, 0, 7);
const DAY = 86_400_000;

function names(
  locale: string,
  count: number,
  option: Intl.DateTimeFormatOptions,
  at: (n: number) => number,
) {
  const format = new Intl.DateTimeFormat(locale, { ...option, timeZone: "UTC" });
  return Array.from({ length: count }, (_, index) => format.format(at(index)));
}

function separators(locale: string): [string, string] {
  const parts = new Intl.NumberFormat(locale).formatToParts(-1_234_567.5);
  const of = (type: Intl.NumberFormatPartTypes) => parts.find((part) => part.type === type)?.value;
  return [of("decimal") ?? ".", of("group") ?? ","];
}

/** How the browser writes a day in this language, as d3 writes it. */
function dayFormat(locale: string): string {
  const codes: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {
    day: "%d",
    month: "%m",
    year: "%Y",
  };
  return new Intl.DateTimeFormat(locale, {
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
    timeZone: "UTC",
  })
    .formatToParts(SUNDAY)
    .map(({ type, value }) => codes[type] ?? value)
    .join("");
}

/** What Plotly wants to know of a language, as the browser knows it. */
export function plotlyLocale(locale: string): Part {
  const month = (index: number) => Date.UTC(2024, index, 15);
  const day = (index: number) => SUNDAY + index * DAY;
  const [decimal, thousands] = separators(locale);
  return {
    moduleType: "locale",
    name: locale,
    dictionary: {},
    format: {
      days: names(locale, 7, { weekday: "long" }, day),
      shortDays: names(locale, 7, { weekday: "short" }, day),
      months: names(locale, 12, { month: "long" }, month),
      shortMonths: names(locale, 12, { month: "short" }, month),
      date: dayFormat(locale),
      decimal,
      thousands,
    },
  };
}
