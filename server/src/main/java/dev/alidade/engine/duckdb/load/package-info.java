/** Loads the user's CSV, JSON and Parquet files into tables. */
package dev.alidade.engine.duckdb.load;
