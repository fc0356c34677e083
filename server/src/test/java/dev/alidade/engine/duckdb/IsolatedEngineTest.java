package dev.alidade.engine.duckdb;

import dev.alidade.engine.Engine;
import java.nio.file.Path;

/** Statements in worker processes keep the whole contract too. */
class IsolatedEngineTest extends DuckDbEngineTest {
  @Override
  protected Engine open(Path directory) {
    return DuckDbFiles.openIsolated(directory.resolve("contract.duckdb"));
  }
}
