import { inLanguage } from "@/language";

export const texts = inLanguage({
  en: {
    noAnswer: "Alidade did not answer.",
    unexplained: (status: number) =>
      `The server answered with status ${String(status)} and no explanation.`,
    unexpected: "Something unexpected happened.",
    steps: {
      access: "Ask whoever runs this server for access.",
      running: "Check that ./alidade is still running, then try again.",
      reload: "Reload the page. If it happens again, report it.",
      wait: "Wait a moment, or ask for less, and try again.",
      source: "The source itself failed. Check that it is up, then try again.",
      report: (id: string) => `Try again. If it happens again, report it with the id ${id}.`,
      log: "Try again. If it happens again, look at the server's log.",
    },
  },
});
