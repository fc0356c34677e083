import { describe, expect, it } from "vitest";
import { partsOf } from "./hash";

const ADDRESS = /^#\/explore\/([^/]+)\/([^/]+)$/;

describe("partsOf", () => {
  it("decodes what the groups hold", () => {
    expect(partsOf(ADDRESS, "#/explore/shop/big%20orders%2F2026")).toEqual([
      "shop",
      "big orders/2026",
    ]);
  });

  it("leaves addresses of other pages alone", () => {
    expect(partsOf(ADDRESS, "#/explore/shop")).toBeUndefined();
  });

  it("takes no address that does not decode", () => {
    expect(partsOf(ADDRESS, "#/explore/shop/%E0%A4%A")).toBeUndefined();
  });
});
