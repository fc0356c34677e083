import { describe, expect, it } from "vitest";
import { PAGES } from "@/pages";
import { addressOf, askedBy, textAddress } from "./address";

const rest = (address: string) => address.slice("#/workbench".length);

describe("addresses of the workbench", () => {
  it("open the text that they hold", () => {
    const address = textAddress("shop", "SELECT 'a & b' || '%' -- ü\nFROM orders", "My query");
    expect(askedBy(rest(address))).toEqual({
      kind: "text",
      source: "shop",
      sql: "SELECT 'a & b' || '%' -- ü\nFROM orders",
      title: "My query",
    });
  });

  it("open a saved query", () => {
    const address = addressOf({ source: "shop", sql: "", saved: { name: "sales", version: 2 } });
    expect(askedBy(rest(address))).toEqual({ kind: "saved", name: "sales" });
  });

  it("may ask for nothing", () => {
    expect(askedBy("")).toEqual({ kind: "nothing" });
    expect(askedBy("?sql=SELECT+1")).toEqual({ kind: "nothing" });
  });

  it("lead to the page", () => {
    const page = PAGES.find(({ place }) => place?.href === "#/workbench");
    const leads = (address: string) => page?.address.test(address);
    expect(leads("#/workbench")).toBe(true);
    expect(leads("#/workbench/q/sales")).toBe(true);
    expect(leads(textAddress("shop", "SELECT 1 / 2"))).toBe(true);
    expect(leads("#/workbenches")).toBe(false);
    expect(leads("#/workbench/x")).toBe(false);
  });
});
