package dev.alidade.engine.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.engine.Engine;
import dev.alidade.engine.EngineContractTest;
import dev.alidade.engine.EngineFactory;
import dev.alidade.engine.EngineProbe;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.Table;
import dev.alidade.engine.TableKind;
import dev.alidade.sql.TableName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

class SqliteContractTest extends EngineContractTest {
  @Override
  protected void create(Path directory, List<String> statements) {
    Path file = directory.resolve("contract.sqlite");
    if (logged() && Files.notExists(file)) {
      SqliteFile.log(file);
    }
    SqliteFile.create(file, statements);
  }

  /** Whether changes go to a log first; only then there are transactions. */
  boolean logged() {
    return true;
  }

  @Override
  protected Engine open(Path directory) {
    String path = directory.resolve("contract.sqlite").toString();
    return new SqliteEngineFactory()
        .open(new SourceDefinition(EngineProbe.SOURCE, "sqlite", Map.of("path", path)));
  }

  // The engine's program names what is read in the end: a view comes with the tables below it.
  @Override
  public void everyTableOfTheCatalogCanBeQueriedByItsQuotedName() {
    for (Table table : probe().engine().readCatalog().tables()) {
      String sql = "SELECT * FROM " + probe().engine().dialect().quote(table.name());
      assertThat(probe().columns(sql)).as(sql).hasSameSizeAs(table.columns());
      List<TableName> expected =
          table.kind() == TableKind.VIEW
              ? List.of(TableName.of("orders"), table.name())
              : List.of(table.name());
      assertThat(probe().inspect(sql).tables()).as(sql).containsExactlyElementsOf(expected);
    }
  }

  // Truth is a number, and dates and times are texts.
  @Override
  public Object echoed(Object bound) {
    return switch (bound) {
      case Boolean truth -> truth ? 1L : 0L;
      case LocalDate date -> date.toString();
      case LocalDateTime time -> time.toString().replace('T', ' ');
      case OffsetDateTime moment -> "2024-07-01 12:00:00" + moment.getOffset();
      default -> bound;
    };
  }

  /** Without rows nobody knows the type of a column, and decimals and dates are not compared. */
  @Override
  public int leastNarrowed() {
    return 10;
  }

  @Override
  public int leastCoarser() {
    return 8;
  }

  @Override
  public EngineFactory factory() {
    return new SqliteEngineFactory();
  }
}
