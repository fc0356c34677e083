import { inLanguage } from "@/language";

export const texts = inLanguage({
  en: {
    ask: "Ask",
    pages: "Main pages",
    workbench: "Workbench",
  },
});
