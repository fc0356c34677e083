import { LANGUAGE, LOCALE } from ".";

const whole = new Intl.NumberFormat(LOCALE);
const short = new Intl.NumberFormat(LOCALE, { notation: "compact", maximumFractionDigits: 1 });
const millis = unit("millisecond");
const seconds = unit("second");
const plurals = new Intl.PluralRules(LANGUAGE);
const moments = new Intl.DateTimeFormat(LOCALE, { dateStyle: "medium", timeStyle: "short" });
const days = new Intl.DateTimeFormat(LOCALE, { dateStyle: "medium" });
const times = new Intl.DateTimeFormat(LOCALE, { timeStyle: "short" });
const clocks = new Intl.DateTimeFormat(LOCALE, { timeStyle: "medium" });
const months = new Intl.DateTimeFormat(LOCALE, { month: "long", year: "numeric" });

const SIZES: [number, Intl.NumberFormat][] = [
  [1e9, unit("gigabyte", { maximumSignificantDigits: 3 })],
  [1e6, unit("megabyte", { maximumSignificantDigits: 3 })],
  [1e3, unit("kilobyte", { maximumSignificantDigits: 3 })],
];
const single = unit("byte", { unitDisplay: "long" });

// A formatter costs more to make than to use, and a table uses one for each cell.
const kept = new Map<string, Intl.NumberFormat>();

function unit(name: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  return new Intl.NumberFormat(LOCALE, { style: "unit", unit: name, ...options });
}

function keptFormat(name: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const format = kept.get(name) ?? new Intl.NumberFormat(LOCALE, options);
  kept.set(name, format);
  return format;
}

/** A number with its thousands told apart. */
export function count(value: number): string {
  return whole.format(value);
}

/** A text that is cut where it has more than so many letters. */
export function shorten(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

/** The word for a number of things, in each of the forms that the language has. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** A number and its word: "1 row", "2 rows". */
export function some(value: number, forms: Forms): string {
  return `${count(value)} ${forms[plurals.select(value)] ?? forms.other}`;
}

/** A number for where there is little room: "1.2K". */
export function compact(value: number): string {
  return short.format(value);
}

/** A number with as many decimals as it has, up to six. */
export function fine(value: number): string {
  return keptFormat("fine", { maximumFractionDigits: 6 }).format(value);
}

/** A number with so many decimals; as text, of any length. */
export function decimal(value: number | `${number}`, digits: number): string {
  return keptFormat(`decimal ${String(digits)}`, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);
}

/** A number of which so many digits matter at the most. */
export function significant(value: number, digits: number): string {
  return keptFormat(`significant ${String(digits)}`, { maximumSignificantDigits: digits }).format(
    value,
  );
}

/** A share of one as percent. */
export function percent(share: number, digits = 0): string {
  return keptFormat(`percent ${String(digits)}`, {
    style: "percent",
    maximumFractionDigits: digits,
  }).format(share);
}

/** How large a file is, as people say it. */
export function bytes(value: number): string {
  const large = SIZES.find(([size]) => value >= size);
  return large ? large[1].format(value / large[0]) : single.format(value);
}

export function milliseconds(value: number): string {
  return millis.format(value);
}

/** Seconds, as a clock that runs shows them. */
export function inSeconds(value: number): string {
  return seconds.format(value);
}

/** A day and its time; what is no date stays as it is. */
export function moment(instant: string | number): string {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? String(instant) : moments.format(date);
}

/** The time of a moment of today, the day of any other. */
export function recent(instant: string, now = new Date()): string {
  const date = new Date(instant);
  return date.toDateString() === now.toDateString() ? times.format(date) : day(instant);
}

/** A moment to the second where it is one of today. */
export function exact(instant: string, now = new Date()): string {
  const date = new Date(instant);
  return date.toDateString() === now.toDateString() ? clocks.format(date) : moment(instant);
}

/** A day without its time. */
export function day(instant: string): string {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? instant : days.format(date);
}

/** The time of a day, to the second. */
export function clock(instant: number): string {
  return clocks.format(instant);
}

export function monthAndYear(date: Date): string {
  return months.format(date);
}
