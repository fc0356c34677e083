import { inLanguage } from "@/language";

export const texts = inLanguage({
  en: {
    conversations: "Conversations",
    newQuestion: "New question",
    search: "Search conversations",
    clear: "Clear the search",
    none: "Your conversations are kept here, on this server.",
    notFound: (words: string) => `No question of yours has “${words}”.`,
    today: "Today",
    yesterday: "Yesterday",
    lastWeek: "Last 7 days",
    month: (moment: Date) => moment.toLocaleString("en-US", { month: "long", year: "numeric" }),
    rename: (title: string) => `Rename ${title}`,
    newTitle: "New title",
    remove: (title: string) => `Delete ${title}`,
    removed: (title: string) => `Deleted “${title}”.`,
    undo: "Undo",
  },
});
