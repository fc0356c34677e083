import {
  MariaSQL,
  MySQL,
  PostgreSQL,
  SQLite,
  StandardSQL,
  type SQLDialect,
} from "@codemirror/lang-sql";

/** The closest grammar that the editor knows for an engine. */
export function dialectOf(engine: string): SQLDialect {
  switch (engine.toLowerCase()) {
    case "postgres":
    case "postgresql":
    case "redshift":
    case "duckdb":
      return PostgreSQL;
    case "mysql":
      return MySQL;
    case "mariadb":
      return MariaSQL;
    case "sqlite":
      return SQLite;
    default:
      return StandardSQL;
  }
}
