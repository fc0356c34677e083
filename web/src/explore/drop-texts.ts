import { inLanguage } from "@/language";

// Apart from the others, since every page waits for dropped files.
export const texts = inLanguage({
  en: {
    dropHere: "Drop to add your data",
    dropHereLead: "Tables of one source together; a database by itself",
  },
});
