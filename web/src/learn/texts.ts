import type { Proposal } from "@/api/types";
import { inLanguage } from "@/language";
import { day, some } from "@/language/format";

const states: Record<Proposal["state"], string> = {
  pending: "pending",
  approved: "approved",
  rejected: "rejected",
};

export const texts = inLanguage({
  en: {
    proposals: "Proposals",
    waiting: (value: number) => `Proposals, ${String(value)} waiting`,
    leadDecides: "What people’s feedback would teach. Look at the effect, then decide.",
    lead: "What your feedback would teach, once somebody approves it.",
    none: "Nothing is proposed yet. A thumb up, a corrected answer or other words for what was not understood will be.",
    states,
    kinds: { synonym: "Synonym", verified_question: "Verified question" },
    origin: (who: string, on: string, times: number) =>
      `Proposed by ${who} on ${day(on)}, asked ${times === 1 ? "once" : some(times, { one: "time", other: "times" })}`,
    note: (words: string) => `“${words}”`,
    approvedBy: (who: string) => `Approved by ${who}`,
    rejectedBy: (who: string) => `Rejected by ${who}`,
    showEffect: "Show the effect",
    reason: "Reason",
    reasonHint: "Reason, for the history",
    reject: "Reject",
    approve: "Approve",
    verifiedRight: "Verified questions right",
    rightOf: (before: number, after: number, all: number) =>
      `${String(before)} → ${String(after)} of ${String(all)}`,
    askedOfLate: "Asked of late",
    alike: (same: number, all: number) => `${String(same)} of ${String(all)} alike`,
    changed: (question: string, before: string, after: string) =>
      `${question}: ${before} → ${after}`,
  },
});
