package dev.alidade.cache.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alidade.engine.Batch;
import dev.alidade.engine.DoubleValues;
import dev.alidade.engine.LongValues;
import dev.alidade.engine.ResultColumn;
import dev.alidade.engine.RowBatch;
import dev.alidade.engine.TextValues;
import dev.alidade.sql.DataType;
import dev.alidade.sql.TableName;
import dev.alidade.sql.TypeKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RowsCodecTest {
  private static final int MOST = 1_000_000;
  private static final Instant READ = Instant.parse("2026-11-22T22:22:22.222Z");
  private static final List<ResultColumn> FOUR =
      List.of(
          column("n", TypeKind.INTEGER, "bigint"),
          column("größe", TypeKind.FLOAT, "double"),
          column("", TypeKind.TEXT, "text"),
          column("any", TypeKind.OTHER, "ANY"));
  private static final SharedRows ROWS =
      new SharedRows(
          READ,
          List.of(TableName.of("orders"), TableName.of("Crm", "people")),
          FOUR,
          List.of(arrays(), cells()));

  @Test
  void everyColumnComesBackAsItWas() throws Exception {
    SharedRows back = RowsCodec.read(RowsCodec.write(ROWS, MOST).orElseThrow(), MOST);
    assertThat(back.readAt()).isEqualTo(READ);
    assertThat(back.tables()).isEqualTo(ROWS.tables());
    assertThat(back.columns()).isEqualTo(FOUR);
    assertThat(values(back)).isEqualTo(values(ROWS));
    LongValues numbers = (LongValues) back.batches().getFirst().column(0);
    assertThat(numbers.meaning()).isEqualTo(LongValues.Meaning.DECIMAL);
    assertThat(numbers.value(0)).isEqualTo(new BigDecimal("-1.50"));
  }

  @Test
  void aResultWithoutRowsIsOne() throws Exception {
    SharedRows none = new SharedRows(READ, List.of(), FOUR, List.of());
    assertThat(RowsCodec.read(RowsCodec.write(none, MOST).orElseThrow(), MOST)).isEqualTo(none);
  }

  @Test
  void whatIsTooLargeIsNotWrittenAndNotRead() throws Exception {
    String long0 = "0".repeat(100_000);
    SharedRows large =
        new SharedRows(
            READ,
            List.of(),
            FOUR.subList(2, 3),
            List.of(new RowBatch(List.<Object[]>of(new Object[] {long0}))));
    assertThat(RowsCodec.write(large, 50_000)).isEmpty();
    byte[] bytes = RowsCodec.write(large, MOST).orElseThrow();
    assertThat(bytes).hasSizeLessThan(1_000);
    assertThatThrownBy(() -> RowsCodec.read(bytes, 50_000)).isInstanceOf(IOException.class);
  }

  /** Whatever the bytes, they are a result or refused at once, in bounded memory. */
  @Test
  void otherBytesAreRefusedOrAResult() throws Exception {
    long seed = Long.getLong("alidade.random.seed", System.nanoTime());
    Random random = new Random(seed);
    byte[] packed = RowsCodec.write(ROWS, MOST).orElseThrow();
    byte[] plain = Packed.unpacked(packed);
    int refused = 0;
    for (int round = 0; round < 20_000; round++) {
      byte[] changed = changed(plain, random);
      try {
        SharedRows rows = RowsCodec.read(Packed.of(changed), MOST);
        assertThat(rows.columns()).as("seed %d, round %d", seed, round).isNotNull();
      } catch (IOException wrong) {
        refused++;
      } catch (RuntimeException | Error other) {
        throw new AssertionError("seed %d, round %d".formatted(seed, round), other);
      }
      byte[] outer = changed(packed, random);
      try {
        RowsCodec.read(outer, MOST);
      } catch (IOException wrong) {
        refused++;
      } catch (RuntimeException | Error other) {
        throw new AssertionError("seed %d, outer round %d".formatted(seed, round), other);
      }
    }
    assertThat(refused).as("seed %d", seed).isPositive();
  }

  /** Lists in lists deeper than the stack. */
  @Test
  void depthIsBounded() {
    byte[] deep = new byte[500_000];
    for (int at = 0; at + 5 <= deep.length; at += 5) {
      deep[at] = 14;
      deep[at + 4] = 1;
    }
    SharedRows one =
        new SharedRows(
            READ,
            List.of(),
            FOUR.subList(3, 4),
            List.of(new RowBatch(List.<Object[]>of(new Object[] {deep}))));
    byte[] plain = Packed.unpacked(RowsCodec.write(one, MOST).orElseThrow());
    // The bytes of a value become the values of a list.
    int start = plain.length - deep.length - 5;
    System.arraycopy(deep, 0, plain, start, deep.length);
    assertThatThrownBy(() -> RowsCodec.read(Packed.of(plain), MOST))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("parts");
  }

  private static byte[] changed(byte[] bytes, Random random) {
    byte[] changed = Arrays.copyOf(bytes, bytes.length);
    switch (random.nextInt(4)) {
      case 0 -> changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
      case 1 -> changed = Arrays.copyOf(changed, random.nextInt(changed.length));
      case 2 -> {
        int from = random.nextInt(changed.length);
        for (int at = from; at < Math.min(from + 4, changed.length); at++) {
          changed[at] = (byte) random.nextInt(256);
        }
      }
      default -> random.nextBytes(changed);
    }
    return changed;
  }

  private static Batch arrays() {
    BitSet second = new BitSet();
    second.set(1);
    byte[] texts = "skipéx".getBytes(StandardCharsets.UTF_8);
    return new SharedBatch(
        2,
        List.of(
            new LongValues(LongValues.Meaning.DECIMAL, 2, new long[] {-150, 0, 99}, new BitSet()),
            new DoubleValues(new double[] {Double.NaN, 0}, second),
            new TextValues(texts, new int[] {4, 6, 7}, new BitSet()),
            new LongValues(LongValues.Meaning.TRUTH, 0, new long[] {1, 0}, second)));
  }

  private static Batch cells() {
    List<Object[]> rows = new ArrayList<>();
    for (Object value :
        Arrays.asList(
            null,
            BigInteger.TWO.pow(100),
            LocalDate.of(2024, 2, 29),
            OffsetDateTime.parse("2024-02-29T12:00:00.5+05:30"),
            UUID.fromString("7d444840-9dc0-11d1-b245-5ffdce74fad2"),
            List.of(1L, "x"),
            Map.of("a", new BigDecimal("1.50")))) {
      rows.add(new Object[] {1L, -0.0, "x", value});
    }
    return new RowBatch(rows);
  }

  private static List<List<Object>> values(SharedRows rows) {
    List<List<Object>> values = new ArrayList<>();
    for (Batch batch : rows.batches()) {
      for (int row = 0; row < batch.rows(); row++) {
        List<Object> cells = new ArrayList<>();
        for (int column = 0; column < rows.columns().size(); column++) {
          cells.add(batch.value(column, row));
        }
        values.add(cells);
      }
    }
    return values;
  }

  private static ResultColumn column(String name, TypeKind kind, String type) {
    return new ResultColumn(name, new DataType(kind, type));
  }
}
