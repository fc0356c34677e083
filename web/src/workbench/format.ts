import type { SqlLanguage } from "sql-formatter";

const LANGUAGES: Record<string, SqlLanguage> = {
  duckdb: "duckdb",
  postgres: "postgresql",
  redshift: "redshift",
  mysql: "mysql",
  mariadb: "mariadb",
  sqlite: "sqlite",
  trino: "trino",
  snowflake: "snowflake",
  bigquery: "bigquery",
  databricks: "spark",
};

/** SQL laid out for reading; fails where it cannot be read. */
export async function formatted(text: string, engine: string): Promise<string> {
  const { format } = await import("sql-formatter");
  return format(text, {
    language: LANGUAGES[engine.toLowerCase()] ?? "sql",
    keywordCase: "upper",
    tabWidth: 2,
    expressionWidth: 80,
    linesBetweenQueries: 1,
    paramTypes: { named: ["$", ":"], positional: true },
  });
}
