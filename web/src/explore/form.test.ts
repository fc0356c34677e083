import { describe, expect, it } from "vitest";
import type { EngineField } from "@/api/types";
import { parted, settingsOf, valuesOf } from "./form";

const field = (name: string, kind: EngineField["kind"], rest: Partial<EngineField> = {}) => ({
  name,
  kind,
  required: false,
  secret: false,
  configuration_only: false,
  description: "",
  choices: [],
  ...rest,
});
const FIELDS: EngineField[] = [
  field("url", "text"),
  field("files", "paths"),
  field("pool", "number"),
  field("writable", "flag"),
  field("tls", "choice", { choices: ["auto", "off"] }),
  field("password-command", "command", { configuration_only: true }),
];

describe("the form of an engine", () => {
  it("gives settings as the server takes them, and leaves out what nobody filled in", () => {
    expect(
      settingsOf(FIELDS, {
        url: "  db ",
        files: "a.csv\n\n b.csv ",
        pool: "5",
        writable: "true",
        tls: "",
      }),
    ).toEqual({ url: "db", files: ["a.csv", "b.csv"], pool: 5, writable: true });
  });

  it("leaves a number that is none for the server to say so", () => {
    expect(settingsOf(FIELDS, { pool: "many" })).toEqual({ pool: "many" });
  });

  it("shows what is kept as it is typed", () => {
    const kept = { files: ["a.csv", "b.csv"], pool: 5, writable: true };
    expect(settingsOf(FIELDS, valuesOf(kept))).toEqual(kept);
  });

  it("never asks for what the configuration alone may say", () => {
    const { first, further } = parted(FIELDS);
    expect(first.map((each) => each.name)).toEqual(["url", "files"]);
    expect(further.map((each) => each.name)).toEqual(["pool", "writable", "tls"]);
  });
});
