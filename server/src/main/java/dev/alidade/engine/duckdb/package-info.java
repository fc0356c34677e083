/** DuckDB in the process: its grammar is the gate, its files and the user's files are the data. */
package dev.alidade.engine.duckdb;
