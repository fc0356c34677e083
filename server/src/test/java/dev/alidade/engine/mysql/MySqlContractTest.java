package dev.alidade.engine.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.Engine;
import dev.alidade.engine.EngineContractTest;
import dev.alidade.engine.EngineFactory;
import dev.alidade.engine.EngineProbe;
import dev.alidade.sql.TableName;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

class MySqlContractTest extends EngineContractTest {
  private static final Map<Path, String> DATABASES = new ConcurrentHashMap<>();

  @Override
  protected void create(Path directory, List<String> statements) {
    List<String> adapted =
        statements.stream()
            // TIMESTAMP is a moment here, and DATETIME what others call TIMESTAMP.
            .map(sql -> sql.replace("placed_at TIMESTAMP", "placed_at DATETIME(6)"))
            .map(sql -> sql.replace("AS BLOB)", "AS BINARY)"))
            .map(sql -> sql.replace("\" spaced \"", "\" spaced\""))
            .toList();
    MariaDbServer.shared().runStandard(database(directory), adapted);
    if (adapted.stream().anyMatch(sql -> sql.contains("CREATE TABLE numbers"))) {
      MariaDbServer.shared()
          .run(database(directory), List.of("CREATE INDEX numbers_by_n ON numbers (n)"));
    }
  }

  @Override
  protected Engine open(Path directory) {
    return factory().open(MariaDbServer.shared().source(EngineProbe.SOURCE, database(directory)));
  }

  @Override
  public EngineFactory factory() {
    return MySqlFactory.mySql();
  }

  @Override
  public void analyze(String table) {
    change("ANALYZE TABLE " + table + " PERSISTENT FOR ALL");
  }

  @Override
  public String commentOn(String table, String comment) {
    return "ALTER TABLE %s COMMENT = '%s'".formatted(table, comment);
  }

  // Names do not end in blanks here.
  @Override
  public List<String> oddColumns() {
    return List.of("select", " spaced", "größe ✓");
  }

  // The server has no truth values of its own, and what is not stored has no zone: UTC holds.
  @Override
  public Object echoed(Object bound) {
    return switch (bound) {
      case Boolean flag -> flag ? 1L : 0L;
      case OffsetDateTime moment -> moment.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
      default -> bound;
    };
  }

  // On this machine's server letters matter in the names of tables.
  @Override
  public void tablesAreReportedInTheLettersOfTheCatalog() {
    assertThat(probe().inspect("SELECT * FROM ORDERS").tables())
        .containsExactly(TableName.of("ORDERS"));
    AlidadeException failure = probe().failure("SELECT * FROM ORDERS");
    assertThat(failure.code()).isEqualTo(ErrorCode.TABLE_NOT_FOUND);
    assertThat(failure).hasMessageContaining("`orders`");
  }

  // The position of its log has to stand still for a second.
  @Override
  public Duration settling() {
    return Duration.ofMillis(1_300);
  }

  // Double quotes are for texts here, and names stand in backticks; FILTER is not known.
  @Override
  protected String adapted(String sql) {
    return sql.replace("sum(amount) FILTER (WHERE paid)", "sum(CASE WHEN paid THEN amount END)")
        .replace("FROM \"odd \"\"table's\"\" name\"", "FROM `odd \"table's\" name`")
        .replace("SELECT \"select\", \" spaced \"", "SELECT `select`, ` spaced`");
  }

  private static String database(Path directory) {
    return DATABASES.computeIfAbsent(directory, fresh -> MariaDbServer.shared().createDatabase());
  }
}
