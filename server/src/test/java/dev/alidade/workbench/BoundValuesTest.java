package dev.alidade.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.Parameters;
import dev.alidade.operation.Json;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundValuesTest {
  @Test
  void whatJsonHasATypeForIsWhatItIs() {
    assertThat(positional("[1, 2.50, \"x\", true, null, 123456789012345678901234567890]"))
        .isEqualTo(
            Arrays.asList(
                1L,
                new BigDecimal("2.50"),
                "x",
                true,
                null,
                new BigDecimal("123456789012345678901234567890")));
  }

  @Test
  void otherTypesAreNamed() {
    assertThat(value("text", "\"5\"")).isEqualTo("5");
    assertThat(value("integer", "\"9007199254740993\"")).isEqualTo(9007199254740993L);
    assertThat(value("integer", "7")).isEqualTo(7L);
    assertThat(value("decimal", "\"12.50\"")).isEqualTo(new BigDecimal("12.50"));
    assertThat(value("decimal", "12.50")).isEqualTo(new BigDecimal("12.50"));
    assertThat(value("float", "0.1")).isEqualTo(0.1);
    assertThat(value("date", "\"2024-02-29\"")).isEqualTo(LocalDate.of(2024, 2, 29));
    assertThat(value("time", "\"10:30\"")).isEqualTo(LocalTime.of(10, 30));
    assertThat(value("timestamp", "\"2024-02-29 10:30:00\""))
        .isEqualTo(LocalDateTime.of(2024, 2, 29, 10, 30));
    assertThat(value("timestamptz", "\"2024-02-29T10:30:00+02:00\""))
        .isEqualTo(OffsetDateTime.parse("2024-02-29T10:30:00+02:00"));
    assertThat(value("binary", "\"AP8=\"")).isEqualTo(new byte[] {0, -1});
    assertThat(value("uuid", "\"7D444840-9DC0-11D1-B245-5FFDCE74FAD2\""))
        .isEqualTo(UUID.fromString("7d444840-9dc0-11d1-b245-5ffdce74fad2"));
    assertThat(value("interval", "\"1 day\"")).isEqualTo("1 day");
    assertThat(value("date", "null")).isNull();
  }

  @Test
  void namesKeepTheirValues() {
    assertThat(read("{\"day\": {\"type\": \"date\", \"value\": \"2024-01-15\"}, \"n\": 1}"))
        .isEqualTo(new Parameters.Named(Map.of("day", LocalDate.of(2024, 1, 15), "n", 1L)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'type': 'date', 'value': '2024-02-30'} | `parameters[0]` is no date; write a date such as",
        "{'type': 'date', 'value': true} | `parameters[0].value` must be a string or a number",
        "{'type': 'integer', 'value': '1.5'} | is no integer",
        "{'type': 'integer', 'value': 1.5} | is no integer",
        "{'type': 'binary', 'value': '***'} | bytes in base64",
        "{'type': 'uuid', 'value': '1-2-3-4-5'} | is no uuid",
        "{'type': 'timestamptz', 'value': '2024-01-01T00:00:00'} | moment with its offset",
        "{'type': 'dat', 'value': '2024-02-01'} | did you mean `date`?",
        "{'type': 'list', 'value': []} | Types: text, integer",
        "{'type': 'date'} | exactly a `type` and a `value`",
        "{'type': 'date', 'value': 'x', 'more': 1} | exactly a `type` and a `value`",
        "['a'] | pass lists as separate values",
      })
  void whatIsNoValueIsRefusedByItsPlace(String json, String words) {
    assertThatThrownBy(() -> read("[" + json.replace('\'', '"') + "]"))
        .isInstanceOfSatisfying(
            AlidadeException.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.PARAMETER_INVALID))
        .hasMessageContaining(words);
  }

  private static Object value(String type, String value) {
    return positional("[{\"type\": \"%s\", \"value\": %s}]".formatted(type, value)).getFirst();
  }

  private static List<Object> positional(String json) {
    return ((Parameters.Positional) read(json)).values();
  }

  private static Parameters read(String json) {
    try {
      return BoundValues.read(Optional.of(Json.mapper().readValue(json, Object.class)));
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(malformed);
    }
  }
}
