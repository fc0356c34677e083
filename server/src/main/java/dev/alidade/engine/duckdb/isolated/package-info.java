/** Runs DuckDB in processes of its own, which may be killed without harm to anybody else. */
package dev.alidade.engine.duckdb.isolated;
