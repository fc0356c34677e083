package dev.alidade.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.engine.Batch;
import dev.alidade.engine.ColumnValues;
import dev.alidade.engine.DoubleValues;
import dev.alidade.engine.LongValues;
import dev.alidade.engine.LongValues.Meaning;
import dev.alidade.engine.ObjectValues;
import dev.alidade.engine.ResultColumn;
import dev.alidade.engine.ResultStream;
import dev.alidade.engine.RowBatch;
import dev.alidade.engine.TextValues;
import dev.alidade.engine.duckdb.run.ColumnBatch;
import dev.alidade.sql.TypeKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A column that comes as an array is written as one that comes cell by cell: byte for byte. */
class ColumnarExportTest {
  private static final List<ResultColumn> COLUMNS =
      List.of(
          EveryType.column("whole", TypeKind.INTEGER, "BIGINT"),
          EveryType.column("amount", TypeKind.DECIMAL, "DECIMAL(18,4)"),
          EveryType.column("truth", TypeKind.BOOLEAN, "BOOLEAN"),
          EveryType.column("ratio", TypeKind.FLOAT, "DOUBLE"),
          EveryType.column("words", TypeKind.TEXT, "VARCHAR"),
          EveryType.column("document", TypeKind.JSON, "JSON"),
          EveryType.column("day", TypeKind.DATE, "DATE"),
          EveryType.column("moment", TypeKind.TIMESTAMP, "TIMESTAMP"),
          EveryType.column("instant", TypeKind.TIMESTAMP_TZ, "TIMESTAMPTZ"));
  private static final List<String> WORDS =
      List.of(
          "",
          "plain",
          "=1+1",
          "-5",
          "+4.25",
          "-1,5",
          "-",
          "@x",
          "\tx",
          "\rx",
          " spaces ",
          "NULL",
          "a,b;c\td|e",
          "say \"it\"",
          "it's",
          "one\r\ntwo",
          "Ärger 日本 \uD83D\uDE00",
          "§§",
          "1,5.2");
  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"nulls\": \"NULL\", \"quote\": \"'\", \"delimiter\": \";\"}",
        "{\"nulls\": \"0\", \"decimal_mark\": \",\", \"delimiter\": \"|\"}",
        "{\"delimiter\": \"-\", \"quote\": \"§\", \"keep_formulas\": true}",
        "{\"delimiter\": \"§\", \"header\": false, \"encoding\": \"utf_16le_bom\"}",
        "{\"delimiter\": \":\", \"nulls\": \"true\", \"encoding\": \"utf_8_bom\"}"
      })
  void csvIsTheSame(String options) throws IOException {
    same(new CsvFormat(), ExportFormatContract.options(options));
  }

  @Test
  void binaryFormatsAreTheSame() throws IOException {
    same(new ParquetFormat(), ExportFormatContract.options("{\"row_group_rows\": 700}"));
    same(new ParquetFormat(), ExportOptions.USUAL);
    same(new ArrowFormat(), ExportOptions.USUAL);
  }

  @Test
  void otherTextsAreTheSame() throws IOException {
    same(new NdjsonFormat(), ExportOptions.USUAL);
    same(new HtmlFormat(), ExportOptions.USUAL);
    same(new SqlFormat(), ExportOptions.USUAL);
  }

  private void same(ExportFormat format, ExportOptions options) throws IOException {
    Deque<Batch> cells = new ArrayDeque<>();
    Deque<Batch> arrays = new ArrayDeque<>();
    for (int rows : List.of(1, 63, 64, 1_023, 1_500, 4_097, 2)) {
      List<ColumnValues> columns = COLUMNS.stream().map(each -> values(each, rows + 3)).toList();
      List<Object[]> boxed = new ArrayList<>();
      for (int row = 0; row < rows; row++) {
        Object[] values = new Object[columns.size()];
        for (int column = 0; column < values.length; column++) {
          values[column] = columns.get(column).value(row + 2);
        }
        boxed.add(values);
      }
      cells.add(new RowBatch(boxed));
      // Arrays that are longer than the batch, and do not begin with it.
      arrays.add(
          new ColumnBatch(rows, columns.stream().map(each -> each.slice(2, rows + 1)).toList()));
    }
    byte[] expected = written(format, options, cells);
    byte[] found = written(format, options, arrays);
    int differ = Arrays.mismatch(found, expected);
    assertThat(differ)
        .as(
            "where %d and %d bytes of %s differ, seed %d",
            found.length, expected.length, format.name(), seed)
        .isEqualTo(-1);
  }

  private ColumnValues values(ResultColumn column, int rows) {
    BitSet nulls = new BitSet();
    for (int row = 0; row < rows; row++) {
      nulls.set(row, random.nextInt(5) == 0);
    }
    return switch (column.type().kind()) {
      case INTEGER -> longs(Meaning.INTEGER, 0, rows, nulls, Long.MAX_VALUE);
      case DECIMAL -> longs(Meaning.DECIMAL, 4, rows, nulls, 999_999_999_999_999_999L);
      case BOOLEAN -> longs(Meaning.TRUTH, 0, rows, nulls, 1);
      case DATE -> longs(Meaning.DAYS, 0, rows, nulls, 3_000_000);
      case TIMESTAMP -> longs(Meaning.MICROS, 0, rows, nulls, 300_000_000_000_000_000L);
      case TIMESTAMP_TZ -> longs(Meaning.MICROS_UTC, 0, rows, nulls, 300_000_000_000_000_000L);
      case FLOAT -> doubles(rows, nulls);
      case TEXT, JSON -> texts(rows, nulls);
      case TIME, INTERVAL, BINARY, UUID, LIST, STRUCT, MAP, OTHER ->
          new ObjectValues(new Object[rows]);
    };
  }

  private LongValues longs(Meaning meaning, int scale, int rows, BitSet nulls, long most) {
    long[] numbers = new long[rows];
    for (int row = 0; row < rows; row++) {
      boolean signed = meaning != Meaning.TRUTH && random.nextBoolean();
      long number = random.nextLong(most) >> random.nextInt(60);
      numbers[row] = signed ? -number : number;
      if (nulls.get(row)) {
        numbers[row] = 0;
      } else if (meaning == Meaning.TRUTH) {
        numbers[row] = random.nextInt(2);
      }
    }
    return new LongValues(meaning, scale, numbers, nulls);
  }

  private DoubleValues doubles(int rows, BitSet nulls) {
    double[] numbers = new double[rows];
    for (int row = 0; row < rows; row++) {
      double odd = random.nextBoolean() ? Double.NaN : Double.NEGATIVE_INFINITY;
      double usual = random.nextBoolean() ? random.nextGaussian() : random.nextInt(1_000) - 500;
      double number = random.nextInt(9) == 0 ? odd : usual;
      numbers[row] = nulls.get(row) ? 0 : number;
    }
    return new DoubleValues(numbers, nulls);
  }

  private TextValues texts(int rows, BitSet nulls) {
    int[] starts = new int[rows + 1];
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int row = 0; row < rows; row++) {
      if (!nulls.get(row)) {
        String word = WORDS.get(random.nextInt(WORDS.size()));
        bytes.writeBytes(word.getBytes(StandardCharsets.UTF_8));
      }
      starts[row + 1] = bytes.size();
    }
    return new TextValues(bytes.toByteArray(), starts, nulls);
  }

  private static byte[] written(ExportFormat format, ExportOptions options, Deque<Batch> batches)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ResultStream stream =
        new ResultStream() {
          @Override
          public List<ResultColumn> columns() {
            return COLUMNS;
          }

          @Override
          public Optional<Batch> next() {
            return Optional.ofNullable(batches.poll());
          }

          @Override
          public void close() {}
        };
    format.write(stream, options, out);
    return out.toByteArray();
  }
}
