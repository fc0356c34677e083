import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Answer } from "@/api/types";
import { ANSWERS } from "../../tests/fake-data";
import { RestsOn } from "./RestsOn";

const AT = "2026-01-02T12:00:00Z";

function show(as_of?: string) {
  const planned = ANSWERS.map(([, answer]) => answer).find(({ statistics }) => statistics);
  const statistics = { elapsed_ms: 4, rows: 1, ...(as_of && { as_of }) };
  const answer = { ...planned, conversation: "c", turn: "t", question: "q", statistics } as Answer;
  render(<RestsOn answer={answer} askedAt={AT} />);
}

it("says of rows that were kept when they were read", () => {
  show(AT);
  const name = screen.getByText("Kept rows, as of");
  expect(name.nextSibling?.textContent).toContain("Jan 2, 2026");
});

it("says nothing of rows that are as the data are", () => {
  show();
  expect(screen.queryByText("Kept rows, as of")).toBeNull();
});
