import { render } from "@testing-library/react";
import { expect, it } from "vitest";
import { Phrase } from "./Phrase";

it("marks what stands in brackets, and nothing else", () => {
  const { container } = render(
    <Phrase text="Press [Ctrl K] or [?], at any time." mark={(words) => <kbd>{words}</kbd>} />,
  );
  expect(container.innerHTML).toBe("Press <kbd>Ctrl K</kbd> or <kbd>?</kbd>, at any time.");
});
