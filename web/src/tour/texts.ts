import { inLanguage } from "@/language";

export const texts = inLanguage({
  en: {
    title: "First steps",
    progress: (done: number, all: number) => `${String(done)} of ${String(all)}`,
    next: (title: string) => `Next: ${title}`,
    showMe: "Show me",
    all: "All steps",
    hide: "Hide the first steps",
    open: "Show the first steps",
    done: "Done",
    ticked: (title: string, done: number, all: number) =>
      `Done: ${title}. ${String(done)} of ${String(all)}.`,
    finished: "That was all of it. The palette (Ctrl K) brings these steps back.",
    close: "Close",
    steps: {
      ask: {
        title: "Ask a question",
        line: "In plain words; each suggestion works.",
        missing: "The question box is on the page Ask.",
      },
      sql: {
        title: "Look at the SQL",
        line: "Each answer shows what ran; run it changed.",
        missing: "Ask a question first: its SQL is below the answer.",
      },
      chart: {
        title: "Change the chart",
        line: "Another kind, other columns, other colours.",
        missing: "Ask for something that can be drawn first, such as orders for each month.",
      },
      data: {
        title: "Open a table, or add a file",
        line: "See what can be asked, or drop a CSV.",
        missing: "Your sources are on the page Explore.",
      },
      share: {
        title: "Take it along",
        line: "Export the rows, or share by a link.",
        missing: "Ask a question first: its rows are exported beside the answer.",
      },
    },
  },
});
