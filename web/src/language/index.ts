const CHOICE = "alidade.language";

/** What the product is called, in every language. */
export const PRODUCT = "Alidade";

/** The languages that the page has texts in; English is whole, others fall back to it. */
export type Language = "en";

/** The texts of one folder: English is what every other language must hold the same keys as. */
export interface Languages<Texts> {
  en: Texts;
}

const known: readonly string[] = ["en"] satisfies Language[];

function chosen(): string {
  try {
    return localStorage.getItem(CHOICE) ?? "";
  } catch {
    return "";
  }
}

function languageOf(tag: string): string {
  return tag.split("-")[0]?.toLowerCase() ?? "";
}

/** The reader's language: what they chose, or else the first of the browser's that is known. */
export const LANGUAGE = ([chosen(), ...navigator.languages]
  .map(languageOf)
  .find((language) => known.includes(language)) ?? "en") as Language;

/** How numbers and dates are written among these texts: as the reader's country writes them. */
export const LOCALE = navigator.languages.find((tag) => languageOf(tag) === LANGUAGE) ?? LANGUAGE;

/** The texts in the reader's language; a folder's `texts.ts` calls it once. */
export function inLanguage<Texts>(languages: Languages<Texts>): Texts {
  return languages[LANGUAGE];
}
