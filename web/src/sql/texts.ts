import { inLanguage } from "@/language";

export const texts = inLanguage({
  en: {
    openInWorkbench: "Workbench",
  },
});
