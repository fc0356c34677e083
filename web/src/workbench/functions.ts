import { functions, type Described } from "./function-texts";

/** The functions that are worth offering on an engine. */
export function functionsOf(engine: string): Described[] {
  const name = engine.toLowerCase() === "mariadb" ? "mysql" : engine.toLowerCase();
  return [...functions.common, ...(functions.byEngine[name] ?? functions.analytic)];
}
