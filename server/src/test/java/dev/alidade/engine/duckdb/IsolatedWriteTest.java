package dev.alidade.engine.duckdb;

/** Writes keep their contract where every statement runs in a worker process, too. */
class IsolatedWriteTest extends DuckDbWriteTest {
  @Override
  String isolation() {
    return "process";
  }
}
