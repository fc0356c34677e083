import { inLanguage } from "@/language";
import { common } from "@/language/texts";

export const texts = inLanguage({
  en: {
    close: common.close,
    retry: "Retry",
    copied: "Copied",
    notCopied: "Copying was refused",
    notShown: (what: string) => `${what} could not be shown. Reload the page to try again.`,
  },
});
