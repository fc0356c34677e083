/** DuckDB's own grammar as a judge: parse, walk with allow-lists, print back. */
package dev.alidade.engine.duckdb.gate;
