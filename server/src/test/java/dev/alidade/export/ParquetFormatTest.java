package dev.alidade.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alidade.base.AlidadeException;
import dev.alidade.sql.TypeKind;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ParquetFormatTest extends ExportFormatContract {
  @Override
  ExportFormat format() {
    return new ParquetFormat();
  }

  @Override
  void readBack(Path file) throws Exception {
    try (DuckDbReader reader = new DuckDbReader()) {
      String read = "SELECT * FROM '%s'".formatted(file);
      assertThat(reader.differences(read)).isEmpty();
      assertThat(reader.rows("SELECT column_type FROM (DESCRIBE %s)".formatted(read)))
          .extracting(List::getFirst)
          .containsExactly(
              "BOOLEAN",
              "BIGINT",
              "DECIMAL(18,4)",
              "DECIMAL(38,10)",
              "DOUBLE",
              "VARCHAR",
              "DATE",
              "TIME",
              "TIMESTAMP",
              "TIMESTAMP WITH TIME ZONE",
              "VARCHAR",
              "BLOB",
              "UUID",
              "JSON",
              "JSON",
              "JSON",
              "JSON",
              "VARCHAR");
    }
  }

  @Override
  long rowsIn(Path file) throws Exception {
    try (DuckDbReader reader = new DuckDbReader()) {
      return Long.parseLong(
          reader.rows("SELECT count(*) FROM '%s'".formatted(file)).getFirst().getFirst());
    }
  }

  @ParameterizedTest
  @EnumSource
  void pagesAreCompressedAsSaid(ParquetCodec codec) throws Exception {
    Path file =
        write(
            "packed",
            EveryType.COLUMNS,
            EveryType.rows(),
            options("{\"codec\": \"%s\"}".formatted(codec.name().toLowerCase(Locale.ROOT))));
    readBack(file);
    try (DuckDbReader reader = new DuckDbReader()) {
      assertThat(
              reader.rows(
                  "SELECT DISTINCT compression FROM parquet_metadata('%s')".formatted(file)))
          .containsExactly(List.of(codec == ParquetCodec.NONE ? "UNCOMPRESSED" : codec.name()));
    }
  }

  @Test
  void rowGroupsHaveTheSaidRowsAndTrueBounds() throws Exception {
    List<Object[]> rows = new ArrayList<>();
    for (long number = 0; number < 2_500; number++) {
      rows.add(new Object[] {number % 10 == 0 ? null : number, "word " + number % 7});
    }
    Path file =
        write(
            "groups",
            List.of(
                EveryType.column("n", TypeKind.INTEGER, "BIGINT"),
                EveryType.column("t", TypeKind.TEXT, "TEXT")),
            rows,
            options("{\"row_group_rows\": 1000}"));
    try (DuckDbReader reader = new DuckDbReader()) {
      assertThat(
              reader.rows(
                  "SELECT row_group_num_rows, stats_min_value, stats_max_value, stats_null_count FROM parquet_metadata('%s') WHERE path_in_schema = 'n' ORDER BY row_group_id"
                      .formatted(file)))
          .containsExactly(
              List.of("1000", "1", "999", "100"),
              List.of("1000", "1001", "1999", "100"),
              List.of("500", "2001", "2499", "50"));
      assertThat(
              reader.rows(
                  "SELECT count(*), sum(n), count(n), count(DISTINCT t) FROM '%s' WHERE n IS NULL OR n > 0"
                      .formatted(file)))
          .containsExactly(List.of("2500", "2812500", "2250", "7"));
    }
  }

  @Test
  void aValueThatIsNotOfItsColumnsTypeIsNotWritten() {
    for (Object value : Set.of(BigInteger.TWO.pow(70), "seven")) {
      assertThatThrownBy(
              () ->
                  write(
                      "misfit",
                      List.of(EveryType.column("n", TypeKind.INTEGER, "HUGEINT")),
                      List.<Object[]>of(new Object[] {value}),
                      ExportOptions.USUAL))
          .isInstanceOf(AlidadeException.class)
          .hasMessageContaining("Column `n`")
          .hasMessageContaining("cast");
    }
  }
}
