package dev.alidade.engine.duckdb;

import dev.alidade.engine.Engine;
import dev.alidade.engine.EngineContractTest;
import dev.alidade.engine.EngineFactory;
import java.nio.file.Path;
import java.util.List;

/** DuckDB keeps the whole contract. */
class DuckDbEngineTest extends EngineContractTest {
  @Override
  protected void create(Path directory, List<String> statements) {
    DuckDbFiles.create(directory.resolve("contract.duckdb"), statements);
  }

  @Override
  protected Engine open(Path directory) {
    return DuckDbFiles.open(directory.resolve("contract.duckdb"));
  }

  @Override
  protected void change(Path directory, List<String> statements) {
    reopen(() -> create(directory, statements));
  }

  @Override
  public EngineFactory factory() {
    return new DuckDbFactory();
  }
}
