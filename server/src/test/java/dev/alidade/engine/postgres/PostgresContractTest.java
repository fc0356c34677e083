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

  private static String inOwnWords(String sql) {
    return sql.replace("DOUBLE,", "DOUBLE PRECISION,").replace("BLOB", "BYTEA");
  }
}
