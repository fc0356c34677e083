import { inLanguage } from "@/language";

export const texts = inLanguage({
  en: {
    showKeys: "Show the keys",
    page: "This page",
    sql: "SQL",
    conversations: "Conversations",
    schema: "Schema",
    keys: "Keys",
    keysLead: "Everything here works without a mouse.",
    keysAndMeanings: (mod: string): [key: string, meaning: string][] => [
      ["/", "Go to the question box"],
      ["Enter", "Ask"],
      ["↑", "Bring the last question back"],
      ["Shift Enter", "New line in the question"],
      ["Esc", "Stop the running question; close a window"],
      [`${mod} K`, "Go to a page, a conversation, a table"],
      ["n", "New conversation"],
      ["s", "Write SQL"],
      [`${mod} Enter`, "Run the SQL in the editor"],
      ["?", "Show these keys"],
    ],
  },
});
