import type { Answer, OpenedShare, ShareSummary } from "../src/api/types";

const AT = "2025-06-01T10:00:00Z";

/** A shared conversation of which the reader may see the first of two turns. */
export class FakeShares {
  readonly shares: ShareSummary[] = [];

  call(operation: string, input: Record<string, string>): object {
    switch (operation) {
      case "share_conversation": {
        const share = {
          share: `share_${String(this.shares.length + 1)}`,
          conversation: input.conversation ?? "",
          title: "Orders",
          shared_at: AT,
        };
        this.shares.push(share);
        return { share, token: "shr_right", page: "/#/shared/shr_right" };
      }
      case "end_share":
        this.shares.splice(
          this.shares.findIndex((each) => each.share === input.share),
          1,
        );
        return { share: input.share, ended: true };
      default:
        return { shares: this.shares };
    }
  }

  /** What a token opens for the reader; nothing where it is none. */
  open(token: string | undefined, answer: Omit<Answer, "conversation" | "turn" | "question">) {
    if (token !== "shr_right") {
      return undefined;
    }
    const question = "How many orders are there?";
    return {
      shared_by: "olga",
      shared_at: AT,
      turns: [
        {
          number: 1,
          asked_at: AT,
          question,
          answer: { ...answer, question, conversation: "share_1", turn: "t" },
        },
        {
          number: 2,
          asked_at: AT,
          error: {
            code: "PERMISSION_DENIED",
            type: "DENIED",
            message: "This answer reads something that is not among what you may see.",
          },
        },
      ],
    } satisfies OpenedShare;
  }
}

/** What is said of a link that opens nothing. */
export const NO_SHARE = {
  code: "RESOURCE_NOT_FOUND",
  type: "USER",
  message: "This link opens nothing, or nothing any more; ask who shared it for a new one",
};
