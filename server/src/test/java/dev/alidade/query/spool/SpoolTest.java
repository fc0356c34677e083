package dev.alidade.query.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alidade.base.AlidadeException;
import dev.alidade.engine.Batch;
import dev.alidade.engine.ResultColumn;
import dev.alidade.engine.RowBatch;
import dev.alidade.sql.DataType;
import dev.alidade.sql.TypeKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
  private static final List<ResultColumn> ONE =
      List.of(new ResultColumn("größe", new DataType(TypeKind.OTHER, "ANY")));

  @TempDir private Path folder;
  private FileChannel file;

  @BeforeEach
  void open() throws Exception {
    file =
        FileChannel.open(
            folder.resolve("spool"),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
  }

  @AfterEach
  void close() throws Exception {
    file.close();
  }

  @Test
  void everyValueComesBackAsItWas() throws Exception {
    Map<Object, Object> map = new LinkedHashMap<>();
    map.put("a", null);
    map.put(2L, List.of("x"));
    List<Object> values =
        new ArrayList<>(
            Arrays.asList(
                null,
                true,
                false,
                Long.MIN_VALUE,
                -0.0,
                Double.NaN,
                "tab\tü🐛",
                "x".repeat(100_000),
                new BigDecimal("-12345678901234567890.50"),
                BigInteger.TWO.pow(200).negate(),
                LocalDate.of(-44, 3, 15),
                LocalTime.MAX,
                LocalDateTime.of(1969, 12, 31, 23, 59, 59, 1_000),
                OffsetDateTime.parse("2024-02-29T12:00:00.5+05:30"),
                UUID.fromString("7d444840-9dc0-11d1-b245-5ffdce74fad2"),
                Arrays.asList(1L, null, List.of()),
                map));
    SpoolWriter writer = new SpoolWriter(file, ONE);
    writer.add(batch(values), 0);
    writer.add(batch(List.of(new byte[] {0, -1})), 0);
    assertThat(SpoolReader.open(file, 0, values.size()).columns()).isEqualTo(ONE);
    assertThat(read(0, values.size())).isEqualTo(values);
    assertThat(read(values.size(), values.size() + 1)).containsExactly(new byte[] {0, -1});
  }

  @Test
  void anyRowsCanBeReadWhileOthersAreWritten() throws Exception {
    SpoolWriter writer = new SpoolWriter(file, ONE);
    for (long start = 0; start < 1_000; start += 100) {
      List<Object> block = numbers(start, start + 100);
      writer.add(batch(block), 0);
      assertThat(writer.rows()).isEqualTo(start + 100);
      assertThat(read(0, writer.rows())).isEqualTo(numbers(0, start + 100));
    }
    assertThat(read(250, 777)).isEqualTo(numbers(250, 777));
    assertThat(read(999, 1_000)).containsExactly(999L);
    assertThat(read(1_000, 1_000)).isEmpty();
    assertThat(writer.bytes()).isEqualTo(file.size());
  }

  @Test
  void theRestOfABatchIsWrittenAlone() throws Exception {
    SpoolWriter writer = new SpoolWriter(file, ONE);
    writer.add(batch(numbers(0, 10)), 7);
    writer.add(batch(numbers(0, 10)), 10);
    assertThat(writer.rows()).isEqualTo(3);
    assertThat(read(0, 3)).isEqualTo(numbers(7, 10));
  }

  @Test
  void aFileThatWasCutIsSaidToBeUnreadable() throws Exception {
    SpoolWriter writer = new SpoolWriter(file, ONE);
    writer.add(batch(numbers(0, 10)), 0);
    file.truncate(file.size() - 1);
    assertThatThrownBy(() -> read(0, 10))
        .isInstanceOf(AlidadeException.class)
        .hasMessageContaining("run the statement again");
    file.write(ByteBuffer.wrap(new byte[] {99}), file.size());
  }

  private List<Object> read(long from, long upTo) {
    List<Object> values = new ArrayList<>();
    SpoolReader reader = SpoolReader.open(file, from, upTo);
    for (Optional<Batch> batch = reader.next(); batch.isPresent(); batch = reader.next()) {
      for (int row = 0; row < batch.get().rows(); row++) {
        values.add(batch.get().value(0, row));
      }
    }
    return values;
  }

  private static Batch batch(List<Object> values) {
    return new RowBatch(values.stream().map(value -> new Object[] {value}).toList());
  }

  private static List<Object> numbers(long from, long to) {
    return LongStream.range(from, to).<Object>mapToObj(Long::valueOf).toList();
  }
}
