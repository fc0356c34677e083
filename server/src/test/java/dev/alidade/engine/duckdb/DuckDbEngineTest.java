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

  // An open file cannot be written to; another one takes its place, as a nightly build does it.
  @Override
  protected void change(Path directory, List<String> statements) {
    DuckDbFiles.replace(directory.resolve("contract.duckdb"), statements);
  }

  // Blocks hold what is known of their contents from the start.
  @Override
  public void analyze(String table) {}

  // It multiplies tables faster than anybody looks.
  @Override
  public String measurable() {
    return "SELECT count(*) FROM range(3000000000) AS t (x) WHERE x % 7 = 1";
  }

  @Override
  public EngineFactory factory() {
    return new DuckDbFactory();
  }
}
