package dev.alidade.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alidade.base.AlidadeException;
import dev.alidade.sql.TypeKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(ints = {1, 8, 4_097, 300_000})
  void fewAndManyDifferentValuesComeBackFromPagesOfEverySize(int count) throws Exception {
    List<Object[]> rows = new ArrayList<>();
    for (long row = 0; row < count; row++) {
      String unique = row % 1_000 == 7 ? "long ".repeat(1_000) + row : "row " + row;
      rows.add(
          new Object[] {
            row,
            row % 7 - 3,
            row % 3 == 0 ? null : "word " + row % 300,
            unique,
            row % 2 == 0,
            null,
            "one",
            row < 20_000 ? row / 8.0 : -0.5,
            LocalDate.ofEpochDay(row % 5 - 2)
          });
    }
    Path file =
        write(
            "pages",
            List.of(
                EveryType.column("id", TypeKind.INTEGER, "BIGINT"),
                EveryType.column("few", TypeKind.INTEGER, "BIGINT"),
                EveryType.column("word", TypeKind.TEXT, "TEXT"),
                EveryType.column("text", TypeKind.TEXT, "TEXT"),
                EveryType.column("truth", TypeKind.BOOLEAN, "BOOLEAN"),
                EveryType.column("none", TypeKind.TEXT, "TEXT"),
                EveryType.column("one", TypeKind.TEXT, "TEXT"),
                EveryType.column("ratio", TypeKind.FLOAT, "DOUBLE"),
                EveryType.column("day", TypeKind.DATE, "DATE")),
            rows,
            options("{\"row_group_rows\": 250000}"));
    try (DuckDbReader reader = new DuckDbReader()) {
      assertThat(
              reader.rows(
                  """
                  SELECT count(*), count(DISTINCT id), min(id), max(id),
                    count_if(few IS DISTINCT FROM id %% 7 - 3
                      OR word IS DISTINCT FROM CASE WHEN id %% 3 > 0 THEN 'word ' || id %% 300 END
                      OR text IS DISTINCT FROM CASE WHEN id %% 1000 = 7 THEN repeat('long ', 1000) ELSE 'row ' END || id
                      OR truth IS DISTINCT FROM (id %% 2 = 0) OR none IS NOT NULL OR one IS DISTINCT FROM 'one'
                      OR ratio IS DISTINCT FROM CASE WHEN id < 20000 THEN id / 8.0 ELSE -0.5 END
                      OR day IS DISTINCT FROM DATE '1970-01-01' + (id %% 5 - 2)::INTEGER)
                  FROM '%s'"""
                      .formatted(file)))
          .containsExactly(List.of("" + count, "" + count, "0", "" + (count - 1), "0"));
      if (count == 300_000) {
        assertThat(
                reader.rows(
                    "SELECT path_in_schema FROM parquet_metadata('%s') WHERE row_group_id = 0 AND dictionary_page_offset IS NOT NULL ORDER BY column_id"
                        .formatted(file)))
            .extracting(List::getFirst)
            .containsExactly("few", "word", "one", "day");
      }
    }
  }

  @Test
  void boundsAreTheLeastAndTheGreatestOfEveryType() throws Exception {
    BigDecimal wide = new BigDecimal("1234567890123456789012345678.5");
    Path file =
        write(
            "bounds",
            List.of(
                EveryType.column("ratio", TypeKind.FLOAT, "DOUBLE"),
                EveryType.column("odd", TypeKind.FLOAT, "DOUBLE"),
                EveryType.column("amount", TypeKind.DECIMAL, "DECIMAL(9,2)"),
                EveryType.column("wide", TypeKind.DECIMAL, "DECIMAL(38,1)"),
                EveryType.column("word", TypeKind.TEXT, "TEXT"),
                EveryType.column("day", TypeKind.DATE, "DATE")),
            List.of(
                new Object[] {0.0, 1.0, new BigDecimal("-0.05"), wide, "b", LocalDate.EPOCH},
                new Object[] {
                  -2.5,
                  Double.NaN,
                  new BigDecimal("7.00"),
                  wide.negate(),
                  "日",
                  LocalDate.of(-44, 3, 15)
                },
                new Object[6]),
            ExportOptions.USUAL);
    try (DuckDbReader reader = new DuckDbReader()) {
      assertThat(
              reader.rows(
                  "SELECT stats_min_value, stats_max_value, stats_null_count FROM parquet_metadata('%s') ORDER BY column_id"
                      .formatted(file)))
          .containsExactly(
              List.of("-2.5", "0.0", "1"),
              Arrays.asList(null, null, "1"),
              List.of("-0.05", "7.00", "1"),
              List.of("-" + wide, "" + wide, "1"),
              List.of("b", "日", "1"),
              List.of("0045-03-15 (BC)", "1970-01-01", "1"));
      assertThat(
              reader.rows(
                  "SELECT count(*) FROM '%s' WHERE odd = 'NaN'::DOUBLE OR wide > 1e27"
                      .formatted(file)))
          .containsExactly(List.of("2"));
    }
  }

  @Test
  void boundsOfTextsAreThoseOfTheirBytes() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<Object[]> rows = new ArrayList<>();
    for (long row = 0; row < 20_000; row++) {
      StringBuilder text = new StringBuilder("prefix ".substring(random.nextInt(7)));
      for (int length = random.nextInt(20); length > 0; length--) {
        text.append(random.nextInt(9) == 0 ? "é" : "ab".charAt(random.nextInt(2)));
      }
      rows.add(new Object[] {row, text.toString()});
    }
    Path file =
        write(
            "texts",
            List.of(
                EveryType.column("id", TypeKind.INTEGER, "BIGINT"),
                EveryType.column("text", TypeKind.TEXT, "TEXT")),
            rows,
            options("{\"row_group_rows\": 500}"));
    try (DuckDbReader reader = new DuckDbReader()) {
      List<List<String>> written =
          reader.rows(
              "SELECT stats_min_value, stats_max_value FROM parquet_metadata('%s') WHERE path_in_schema = 'text' ORDER BY row_group_id"
                  .formatted(file));
      assertThat(written)
          .as("seed %d", seed)
          .hasSize(40)
          .isEqualTo(
              reader.rows(
                  "SELECT min(text), max(text) FROM '%s' GROUP BY id // 500 ORDER BY id // 500"
                      .formatted(file)));
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
