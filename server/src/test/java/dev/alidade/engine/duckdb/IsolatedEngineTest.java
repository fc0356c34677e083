package dev.alidade.engine.duckdb;

import dev.alidade.engine.Engine;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

/** Statements in worker processes keep the whole contract too. */
@Tag("alone")
class IsolatedEngineTest extends DuckDbEngineTest {
  @Override
  protected Engine open(Path directory) {
    return DuckDbFiles.openIsolated(directory.resolve("contract.duckdb"));
  }
}
