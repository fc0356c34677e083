import { LOCALE } from "@/language";
import { texts } from "./texts";

const FORMAT = new Intl.RelativeTimeFormat(LOCALE, { numeric: "auto", style: "long" });
const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

/** How long ago a moment was, in words. */
export function ago(moment: string, now = Date.now()): string {
  const seconds = Math.round((Date.parse(moment) - now) / 1000);
  for (const [unit, size] of UNITS) {
    if (Math.abs(seconds) >= size) {
      return FORMAT.format(Math.trunc(seconds / size), unit);
    }
  }
  return texts.justNow;
}
