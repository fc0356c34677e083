import { inLanguage } from "@/language";
import { moment } from "@/language/format";

export const texts = inLanguage({
  en: {
    share: "Share",
    action: "Share this conversation",
    title: "Share this conversation",
    about:
      "Whoever has the link and may sign in here sees your questions answered anew with their own rights. Your rows never leave, and what you ask later is not shared.",
    ends: "The link ends",
    lives: { 0: "when I end it", 1: "after a day", 7: "after a week", 30: "after 30 days" },
    make: "Make a link",
    made: "Copy it now: it is shown only once.",
    link: "Link to this conversation",
    copy: "Copy link",
    yours: "Links to this conversation",
    since: (instant: string) => `Made ${moment(instant)}`,
    until: (instant: string) => `ends ${moment(instant)}`,
    end: "End",
    endOf: (instant: string) => `End the link made ${moment(instant)}`,
    page: "Shared conversation",
    by: (who: string, instant: string) => `Shared by ${who}, ${moment(instant)}`,
    yoursToSee: "Answered anew just now, from what you may see.",
    loading: "Answering with your rights",
    notShown: (number: number) => `Question ${String(number)} is not shown`,
    code: (code: string) => `Code ${code}`,
    goOn: "Continue from here",
    goOnHint: "Copies what you see into a conversation of your own",
    nothing: "Nothing here can be shown to you.",
    ask: "Ask a question of your own",
    restsOn: "What this rests on",
    filters: "Filters",
    answer: "This answer",
  },
});

export const LIVES = [0, 1, 7, 30] as const;
export type Days = (typeof LIVES)[number];
