import { describe, expect, it } from "vitest";
import { ANSWERS } from "../../tests/fake-data";
import { compared, threadsOf } from "./threads";
import type { Turn } from "./turns";

const planned = ANSWERS[0]?.[1];

function turn(id: string, versionOf?: string, rows = planned?.rows ?? []): Turn {
  return {
    key: id,
    question: "q",
    state: "done",
    progress: [],
    askedAt: "2025-06-01T10:00:00Z",
    versionOf,
    ...(planned && {
      answer: { ...planned, rows, conversation: "c", turn: id, question: "q" },
    }),
  };
}

const ids = (turns: readonly Turn[]) =>
  threadsOf(turns).map(({ turn: last, earlier }) => [last.key, ...earlier.map((one) => one.key)]);

describe("threadsOf", () => {
  it("takes answers to one question together, the latest in front", () => {
    expect(ids([turn("a"), turn("b", "a"), turn("c", "a"), turn("d")])).toEqual([
      ["c", "a", "b"],
      ["d"],
    ]);
  });

  it("leaves one alone whose first answer is gone", () => {
    expect(ids([turn("a"), turn("b", "gone")])).toEqual([["a"], ["b"]]);
  });

  it("takes a question that still runs to the answer that it goes back to", () => {
    const running: Turn = { ...turn("b", "a"), state: "asking" };
    delete running.answer;
    expect(ids([turn("a"), running])).toEqual([["b", "a"]]);
  });
});

describe("compared", () => {
  it("does not mind the order of rows", () => {
    const left = turn("a", undefined, [[1], [2]]);
    expect(compared(left, turn("b", "a", [[2], [1]]))).toBe("same");
    expect(compared(left, turn("b", "a", [[2], [3]]))).toBe("other");
  });

  it("says nothing where one of them was not answered", () => {
    const lost = turn("b", "a");
    if (lost.answer) {
      lost.answer = { ...lost.answer, status: "abstain" };
    }
    expect(compared(turn("a"), lost)).toBeUndefined();
  });
});
