package dev.alidade.trino;

import io.trino.Session;
import io.trino.metadata.Metadata;
import io.trino.spi.connector.ColumnMetadata;
import io.trino.spi.connector.ConnectorTableMetadata;
import io.trino.spi.connector.SaveMode;
import io.trino.spi.connector.SchemaTableName;
import io.trino.spi.type.ArrayType;
import io.trino.spi.type.BigintType;
import io.trino.spi.type.BooleanType;
import io.trino.spi.type.DateType;
import io.trino.spi.type.DecimalType;
import io.trino.spi.type.TimestampWithTimeZoneType;
import io.trino.spi.type.VarcharType;
import io.trino.testing.DistributedQueryRunner;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The catalog {@code many} with thousands of tables, made past SQL, which would take minutes. */
final class ManyTables {
  private ManyTables() {}

  static void create(DistributedQueryRunner runner, int tables) {
    runner.createCatalog("many", "memory", Map.of());
    Metadata metadata = runner.getPlannerContext().getMetadata();
    runner.inTransaction(
        session -> {
          for (int number = 1; number <= tables; number++) {
            create(metadata, session, number);
          }
          return tables;
        });
  }

  private static void create(Metadata metadata, Session session, int number) {
    List<ColumnMetadata> columns =
        List.of(
            new ColumnMetadata("id", BigintType.BIGINT),
            new ColumnMetadata("name", VarcharType.VARCHAR),
            new ColumnMetadata("amount", DecimalType.createDecimalType(12, 2)),
            new ColumnMetadata("created", TimestampWithTimeZoneType.TIMESTAMP_TZ_MILLIS),
            new ColumnMetadata("note", VarcharType.createVarcharType(20)),
            new ColumnMetadata("paid", BooleanType.BOOLEAN),
            new ColumnMetadata("day", DateType.DATE),
            new ColumnMetadata("tags", new ArrayType(VarcharType.VARCHAR)));
    metadata.createTable(
        session,
        "many",
        new ConnectorTableMetadata(
            new SchemaTableName("default", "many_" + number),
            columns,
            Map.of(),
            Optional.of("The table number " + number)),
        SaveMode.FAIL);
  }
}
