package dev.alidade.engine.trino;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.engine.Engine;
import dev.alidade.engine.EngineContractTest;
import dev.alidade.engine.EngineFactory;
import dev.alidade.engine.EngineProbe;
import dev.alidade.engine.SourceDefinition;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The contract on a catalog of the memory connector: it keeps no keys and updates no rows. */
class TrinoContractTest extends EngineContractTest {
  private final Map<Path, String> schemas = new ConcurrentHashMap<>();

  @Override
  protected void create(Path directory, List<String> statements) {
    TrinoServer server = TrinoServer.shared();
    String schema = schemas.computeIfAbsent(directory, ignored -> server.createSchema());
    server.run(
        schema, statements.stream().flatMap(sql -> TrinoStatements.written(sql).stream()).toList());
  }

  @Override
  protected Engine open(Path directory) {
    SourceDefinition usual =
        TrinoServer.shared().source(EngineProbe.SOURCE, "memory", schemas.get(directory));
    Map<String, Object> patient = new HashMap<>(usual.settings());
    // A busy machine keeps many callers waiting for longer than people would.
    patient.put("pool-wait", 60);
    return factory().open(new SourceDefinition(usual.name(), usual.engine(), patient));
  }

  /** A query of it costs a hundred times one of the others. */
  @Override
  public int queriesOfACaller() {
    return 3;
  }

  @Override
  public EngineFactory factory() {
    return new TrinoFactory();
  }

  @Override
  protected String adapted(String sql) {
    return TrinoStatements.asked(sql);
  }

  /** What lies behind a catalog may change without the server. */
  @Override
  public boolean tellsChanges() {
    return false;
  }

  /** Nobody compared them. */
  @Override
  public boolean hasParts() {
    return false;
  }

  /** The memory connector counts its rows as they come. */
  @Override
  public void analyze(String table) {}

  /** The tests' server calls itself {@code testversion}. */
  @Override
  public void theServerTellsItsNameAndVersion() {
    assertThat(probe().engine().server().product()).isEqualTo("Trino");
    assertThat(probe().engine().server().version()).isEqualTo("testversion");
  }
}
