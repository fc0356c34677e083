import { describe, expect, it } from "vitest";
import { groupByDay } from "./days";

const NOW = new Date(2026, 10, 22, 9, 0);

function at(...moments: Date[]) {
  const conversations = moments.map((moment, index) => ({
    id: String(index),
    title: "",
    updated_at: moment.toISOString(),
    turns: 1,
  }));
  return groupByDay(conversations, NOW).map(({ name, conversations: all }) => [
    name,
    all.map((each) => each.id).join(),
  ]);
}

describe("groupByDay", () => {
  it("tells days, the last week and months apart, in the order given", () => {
    expect(
      at(
        new Date(2026, 10, 22, 8, 0),
        new Date(2026, 10, 22, 0, 0),
        new Date(2026, 10, 21, 23, 59),
        new Date(2026, 10, 17, 12, 0),
        new Date(2026, 10, 1, 12, 0),
        new Date(2025, 10, 30, 12, 0),
      ),
    ).toEqual([
      ["Today", "0,1"],
      ["Yesterday", "2"],
      ["Last 7 days", "3"],
      ["November 2026", "4"],
      ["November 2025", "5"],
    ]);
  });

  it("takes a clock that runs ahead for today", () => {
    expect(at(new Date(2026, 10, 23, 1, 0))).toEqual([["Today", "0"]]);
  });
});
