package dev.alidade.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alidade.engine.ResultColumn;
import dev.alidade.operation.Json;
import dev.alidade.query.Cells;
import dev.alidade.sql.TypeKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is written cell by cell without a mapper or formatter is what these would write. */
class FastTextTest {
  private static final OffsetDateTime EPOCH =
      OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  @Test
  void jsonIsWhatTheMapperWrites() throws IOException {
    List<Object[]> rows = rows();
    List<String> expected = new ArrayList<>();
    for (Object[] row : rows) {
      Object cell = Cells.toJson(row[0]);
      expected.add("{\"v\":" + Json.mapper().writeValueAsString(cell) + "}");
    }
    assertThat(written(new NdjsonFormat(), rows).lines().toList())
        .as("seed %d", seed)
        .isEqualTo(expected);
  }

  @Test
  void csvIsThePlainText() throws IOException {
    List<Object[]> rows = rows();
    StringBuilder expected = new StringBuilder("v\r\n");
    for (Object[] row : rows) {
      String text = row[0] == null ? "" : Shapes.text(TypeKind.LIST, row[0]);
      boolean isNested = row[0] instanceof List || row[0] instanceof Map;
      String plain = isNested || row[0] == null ? text : Cells.toText(row[0]);
      boolean quoted = plain.contains(",") || plain.contains("\"");
      expected.append(quoted ? "\"" + plain.replace("\"", "\"\"") + "\"" : plain).append("\r\n");
    }
    assertThat(written(new CsvFormat(), rows)).as("seed %d", seed).isEqualTo(expected.toString());
  }

  @Test
  void microsecondsAreThoseOfTheCalendar() {
    for (int turn = 0; turn < 100_000; turn++) {
      OffsetDateTime time = moment();
      assertThat(Shapes.micros(time))
          .as("seed %d, %s", seed, time)
          .isEqualTo(ChronoUnit.MICROS.between(EPOCH, time));
    }
  }

  @Test
  void digitsAreThoseOfTheDecimal() {
    Shapes.Digits digits = new Shapes.Digits(18, 4);
    for (int turn = 0; turn < 100_000; turn++) {
      BigDecimal number = BigDecimal.valueOf(random.nextLong(1_000_000_000_000_000_000L), 4);
      BigDecimal signed = turn % 2 == 0 ? number : number.negate().stripTrailingZeros();
      assertThat(digits.unscaled(signed))
          .as("seed %d", seed)
          .isEqualTo(signed.setScale(4, RoundingMode.UNNECESSARY).unscaledValue().longValueExact());
    }
    for (String misfit : List.of("0.00001", "100000000000000", "-1e200")) {
      assertThatThrownBy(() -> digits.unscaled(new BigDecimal(misfit)))
          .isInstanceOf(ArithmeticException.class);
    }
  }

  private List<Object[]> rows() {
    List<Object[]> rows = new ArrayList<>();
    for (int turn = 0; turn < 20_000; turn++) {
      rows.add(new Object[] {value(turn % 11)});
    }
    return rows;
  }

  private Object value(int kind) {
    return switch (kind) {
      case 0 -> random.nextLong() >> random.nextInt(64);
      case 1 -> new BigInteger(100, random);
      case 2 ->
          new BigDecimal(new BigInteger(1 + random.nextInt(120), random), random.nextInt(40) - 9)
              .negate();
      case 3 -> Double.longBitsToDouble(random.nextLong());
      case 4 -> random.nextBoolean() ? Double.NaN : random.nextInt() / 100.0;
      case 5 -> moment();
      case 6 -> moment().toLocalDateTime();
      case 7 -> moment().toLocalDate();
      case 8 -> random.nextBoolean() ? null : (Object) random.nextBoolean();
      case 9 ->
          Arrays.asList(random.nextLong(), null, "ÄÖ \u0001\"" + random.nextInt(), List.of(0.1));
      default -> {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("a \"b\"", moment().toLocalTime());
        map.put("c", null);
        map.put("d", new BigDecimal("1.50"));
        yield map;
      }
    };
  }

  private OffsetDateTime moment() {
    long second = random.nextLong(760_000_000_000L) - 380_000_000_000L;
    int nano =
        random.nextBoolean() ? random.nextInt(1_000_000_000) : random.nextInt(1_000) * 1_000_000;
    return OffsetDateTime.ofInstant(
        java.time.Instant.ofEpochSecond(second, nano),
        ZoneOffset.ofTotalSeconds(random.nextInt(129_601) - 64_800));
  }

  private static String written(ExportFormat format, List<Object[]> rows) throws IOException {
    List<ResultColumn> columns = List.of(EveryType.column("v", TypeKind.LIST, "ANY"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    format.write(EveryType.stream(columns, rows), out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
