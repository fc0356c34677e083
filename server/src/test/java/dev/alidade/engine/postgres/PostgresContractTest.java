package dev.alidade.engine.postgres;

import dev.alidade.engine.Engine;
import dev.alidade.engine.EngineContractTest;
import dev.alidade.engine.EngineFactory;
import dev.alidade.engine.EngineProbe;
import java.nio.file.Path;
import java.util.List;

class PostgresContractTest extends EngineContractTest {
  private final PostgresServer server = PostgresServer.shared();
  private final String database = server.createDatabase();

  @Override
  protected void create(Path directory, List<String> statements) {
    server.run(database, statements.stream().map(PostgresContractTest::inOwnWords).toList());
  }

  @Override
  protected void change(Path directory, List<String> statements) {
    server.run(database, statements);
  }

  @Override
  protected Engine open(Path directory) {
    return factory().open(server.source(EngineProbe.SOURCE, database));
  }

  @Override
  public EngineFactory factory() {
    return new PostgresEngineFactory();
  }

  // A number with a point is exact here, and rounding to digits is for exact numbers.
  @Override
  protected String adapted(String sql) {
    return sql.replace("0.5e0", "CAST(0.5 AS DOUBLE PRECISION)")
        .replace("round(weight, 1)", "round(CAST(weight AS NUMERIC), 1)");
  }

  private static String inOwnWords(String sql) {
    return sql.replace("DOUBLE,", "DOUBLE PRECISION,").replace("BLOB", "BYTEA");
  }
}
