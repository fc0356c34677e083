import type { Approval } from "@/api/types";
import { inLanguage } from "@/language";
import { common } from "@/language/texts";
import type { Effect } from "./changes";

type State = Approval["state"];

/** What is said of one kind of write; [table] is the table's name. */
interface Sentences {
  pending: (rows: number) => string;
  running: (rows: number) => string;
  done: (rows: number) => string;
  approve: (rows: number) => string;
  first: (shown: number, rows: number) => string;
  all: (rows: number) => string;
}

function english(
  now: string,
  doing: string,
  done: string,
  third: string,
  joint: string,
  within = joint,
): Sentences {
  const capital = now.charAt(0).toUpperCase() + now.slice(1);
  return {
    pending: (rows) => `${capital} ${common.rows(rows)} ${joint} [table]`,
    running: (rows) => `${doing} ${common.rows(rows)} ${joint} [table]`,
    done: (rows) => `${common.rows(rows)} ${done} ${within} [table]`,
    approve: (rows) => `Approve, and ${now} ${common.rows(rows)}`,
    first: (shown, rows) =>
      `The first ${String(shown)} of the ${common.rows(rows)} that it ${third}`,
    all: (rows) => `The ${common.rows(rows)} that it ${third}`,
  };
}

const effects: Record<Effect, Sentences> = {
  insert: english("insert", "Inserting", "inserted", "inserts", "into"),
  update: english("change", "Changing", "changed", "changes", "of", "in"),
  delete: english("delete", "Deleting", "deleted", "deletes", "from"),
  other: english("touch", "Touching", "touched", "touches", "of", "in"),
};

const states: Record<State, string> = {
  pending: "Waits for approval",
  running: "Running",
  done: "Done",
  refused: "Refused",
  failed: "Failed",
  expired: "Expired",
};

const outcomes: Record<State, string> = {
  pending: "Waits",
  running: "Approved, and running now,",
  done: "Approved",
  refused: "Refused",
  failed: "It could not be done. Approved",
  expired: "Nobody decided in time",
};

export const texts = inLanguage({
  en: {
    effects,
    states,
    titleOf: (rows: number, table: string) => `${common.rows(rows)} of ${table} – Alidade`,
    nothing: "Nothing changed in [table]",
    proposedBy: "Proposed by",
    model: "a model, acting for [name]",
    source: "Source",
    proposed: "Proposed",
    waitsUntil: "Waits until",
    sendAddress: "Send them the address of this page. It lets nobody in who may not see the write.",
    copyAddress: "Copy address",
    outcome: (state: State, hasName: boolean, hasTime: boolean) =>
      `${outcomes[state]}${hasName ? " by [name]" : ""}${hasTime ? " on [time]" : ""}.`,
    again: "If the write is still wanted, have it proposed again.",
    modelIsTold: "A model that still waits is told. You can close this page.",

    loading: "Loading",
    missing: "There is no such write for you here",
    missingWhy: (who?: string) =>
      `The address names [id]. Either there is no such approval, or ${who ? `${who}, as whom you are signed in,` : "you"} may not see it. Check the address, or ask somebody who may approve writes.`,
    toQuestions: "To your questions",

    statement: "The statement, to the letter",
    copySql: "Copy SQL",
    noRows: "It touches no row.",
    hidden: (rows: number) =>
      `The ${common.rows(rows)} cannot be shown to you; you may not see all of them.`,
    changes: "changes",

    refuse: "Refuse",
    refusing: "Refuse…",
    whyNot: (who: string) => `Why not? ${who} reads this.`,
    reasonExample: "The quarter is closed.",
    refused: "Refused.",
    back: "Back",
  },
});
