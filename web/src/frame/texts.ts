import { inLanguage } from "@/language";

export const texts = inLanguage({
  en: {
    ask: "Ask",
    explore: "Explore",
    pages: "Main pages",
    workbench: "Workbench",
  },
});
