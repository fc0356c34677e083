import type { EngineField, Settings, SettingValue } from "@/api/types";

/** What stands in the fields, as text; `true` and `false` for flags. */
export type Values = Record<string, string>;

/** The settings that a person filled in, as the server takes them. */
export function settingsOf(fields: EngineField[], values: Values): Settings {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const text = values[field.name]?.trim() ?? "";
      return text === "" ? [] : [[field.name, valueOf(field, text)]];
    }),
  ) as Settings;
}

function valueOf(field: EngineField, text: string): SettingValue {
  switch (field.kind) {
    case "number":
      return /^\d+$/.test(text) ? Number(text) : text;
    case "flag":
      return text === "true";
    case "texts":
    case "paths":
      return text
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== "");
    default:
      return text;
  }
}

/** What stands in the fields of settings that are kept. */
export function valuesOf(settings: Record<string, unknown>): Values {
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join("\n") : String(value),
    ]),
  );
}

/** Fields that most people fill in, and those that few do. */
export function parted(fields: EngineField[]): { first: EngineField[]; further: EngineField[] } {
  const given = fields.filter((field) => !field.configuration_only);
  const isFirst = (field: EngineField) =>
    field.required ||
    (field.kind !== "number" && field.kind !== "choice" && field.kind !== "flag") ||
    field.name === "port";
  return {
    first: given.filter(isFirst),
    further: given.filter((field) => !isFirst(field)),
  };
}
