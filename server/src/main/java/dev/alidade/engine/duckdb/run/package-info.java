/** Runs statements inside DuckDB's library, in whatever process it is loaded. */
package dev.alidade.engine.duckdb.run;
