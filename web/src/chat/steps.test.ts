import { describe, expect, it } from "vitest";
import { ANSWERS } from "../../tests/fake-data";
import { doneSteps, liveSteps } from "./steps";

function states(...reached: string[]): string[] {
  return liveSteps(reached.map((step) => ({ step, detail: {} }))).map((each) => each.state);
}

describe("liveSteps", () => {
  it("shows what is done, what goes on and what waits", () => {
    expect(states()).toEqual(["current", "waiting", "waiting", "waiting"]);
    expect(states("understood")).toEqual(["done", "current", "waiting", "waiting"]);
    expect(states("understood", "planned", "running")).toEqual([
      "done",
      "done",
      "current",
      "waiting",
    ]);
    expect(states("understood", "planned", "running", "rows")).toEqual(Array(4).fill("done"));
  });

  it("takes an unknown step calmly", () => {
    expect(states("dreaming")).toEqual(["current", "waiting", "waiting", "waiting"]);
  });

  it("tells how the words were read", () => {
    const understood = [{ words: "how many", meaning: "count of rows" }];
    const [first] = liveSteps([{ step: "understood", detail: { understood } }]);
    expect(first?.detail).toBe("how many → count of rows");
  });
});

describe("doneSteps", () => {
  it("sums the answer up in one line", () => {
    const planned = ANSWERS[0]?.[1];
    expect(planned).toBeDefined();
    if (planned) {
      const answer = { ...planned, conversation: "c", turn: "t", question: "q" };
      expect(doneSteps(answer)).toEqual(["Understood", "Planned", "Ran on shop", "1 row in 4 ms"]);
      expect(doneSteps({ ...answer, status: "abstain" })).toEqual([]);
    }
  });
});
