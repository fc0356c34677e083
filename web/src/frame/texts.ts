import { inLanguage } from "@/language";

export const texts = inLanguage({
  en: {
    ask: "Ask",
    pages: "Pages",
  },
});
