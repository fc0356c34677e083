import { inLanguage } from "@/language";

export const texts = inLanguage({
  en: {
    palette: "Go to",
    about: "Pages, conversations, tables, saved queries and what can be done here.",
    input: "Go to or do",
    placeholder: "Type a few letters of it",
    nothing: (words: string) => `Nothing here is called “${words}”.`,
    groups: {
      action: "Actions",
      page: "Pages",
      conversation: "Conversations",
      query: "Saved queries",
      table: "Tables",
    },
    newQuestion: "New question",
    light: "Light theme",
    dark: "Dark theme",
    system: "Theme as the system",
    ask: "Ask",
  },
});
