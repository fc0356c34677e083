package dev.alidade.engine.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.engine.Engine;
import dev.alidade.engine.EngineContractTest;
import dev.alidade.engine.EngineProbe;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.Table;
import dev.alidade.engine.TableKind;
import dev.alidade.sql.TableName;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class SqliteContractTest extends EngineContractTest {
  @Override
  protected void create(Path directory, List<String> statements) {
    SqliteFile.create(directory.resolve("contract.sqlite"), statements);
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
}
