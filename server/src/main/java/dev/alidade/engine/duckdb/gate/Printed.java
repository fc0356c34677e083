package dev.alidade.engine.duckdb.gate;

/**
 * A statement as DuckDB prints it.
 *
 * @param tree the syntax tree that DuckDB's parser makes of the text, as {@link Grammar#parse} says
 */
public record Printed(String text, String tree) {}
