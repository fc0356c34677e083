import type { ConversationSummary } from "@/api/types";
import { texts } from "./texts";

/** Conversations of a day, or of a longer time that is past. */
export interface Group {
  name: string;
  conversations: ConversationSummary[];
}

const DAY_MILLIS = 86_400_000;

function dayOf(moment: Date): number {
  return new Date(moment.getFullYear(), moment.getMonth(), moment.getDate()).getTime();
}

function nameOf(moment: Date, now: Date): string {
  // A day may have an hour more or less where clocks are put forward or back.
  const days = Math.round((dayOf(now) - dayOf(moment)) / DAY_MILLIS);
  if (days <= 0) {
    return texts.today;
  }
  if (days === 1) {
    return texts.yesterday;
  }
  return days < 7 ? texts.lastWeek : texts.month(moment);
}

/** The same conversations in their order, by how long ago they were gone on with. */
export function groupByDay(conversations: ConversationSummary[], now: Date): Group[] {
  const groups: Group[] = [];
  for (const conversation of conversations) {
    const name = nameOf(new Date(conversation.updated_at), now);
    const last = groups.at(-1);
    if (last?.name === name) {
      last.conversations.push(conversation);
    } else {
      groups.push({ name, conversations: [conversation] });
    }
  }
  return groups;
}
