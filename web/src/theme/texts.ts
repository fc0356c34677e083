import { inLanguage } from "@/language";

export const texts = inLanguage({
  en: {
    theme: { system: "Theme: system", light: "Theme: light", dark: "Theme: dark" },
    light: "Light",
    dark: "Dark",
    system: "As the system",
  },
});
