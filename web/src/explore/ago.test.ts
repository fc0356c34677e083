import { expect, it } from "vitest";
import { ago } from "./ago";

it("says how long ago something was", () => {
  const now = Date.parse("2026-11-22T12:00:00Z");
  expect(ago("2026-11-22T11:59:40Z", now)).toBe("just now");
  expect(ago("2026-11-22T11:45:00Z", now)).toBe("15 minutes ago");
  expect(ago("2026-11-22T09:59:00Z", now)).toBe("2 hours ago");
  expect(ago("2026-11-21T11:00:00Z", now)).toBe("yesterday");
});
