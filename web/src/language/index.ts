const CHOICE = "alidade.language";

/** The languages that the page has texts in; English is whole, others fall back to it. */
export type Language = "en";

/** The texts of one folder: English is what every other language must hold the same keys as. */
export interface Languages<Texts> {
  en: Texts;
}

const known: readonly string[] = ["en"] satisfies Language[];

/** The reader's language: what they chose, or else the first of the browser's that is known. */
function reader(): Language {
  const wanted = [chosen(), ...navigator.languages];
  const found = wanted
    .map((tag) => tag.split("-")[0]?.toLowerCase() ?? "")
    .find((tag) => known.includes(tag));
  return (found ?? "en") as Language;
}

function chosen(): string {
  try {
    return localStorage.getItem(CHOICE) ?? "";
  } catch {
    return "";
  }
}

/** The texts in the reader's language; a folder's `texts.ts` calls it once. */
export function inLanguage<Texts>(languages: Languages<Texts>): Texts {
  return languages[reader()];
}
