package dev.alidade.ask.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.ask.plan.Words;
import dev.alidade.ask.text.Question;
import dev.alidade.ask.text.Span;
import dev.alidade.ask.text.Token;
import dev.alidade.ask.text.Tokenizer;
import dev.alidade.sql.TimeGrain;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the single values within a plan. */
final class ValueReader {
  private static final int LONGEST_TEXT = 2_000;
  private static final int MOST_DIGITS = 40;

  private final Question question;
  private final Findings findings;
  private final Tokenizer tokenizer = new Tokenizer();

  ValueReader(Question question, Findings findings) {
    this.question = question;
    this.findings = findings;
  }

  static boolean isValue(Class<?> type) {
    return type == String.class
        || type == Words.class
        || type == BigDecimal.class
        || type == LocalDate.class
        || type == Boolean.class
        || type == Long.class
        || type == Integer.class
        || type.isPrimitive()
        || type.isEnum();
  }

  /** What a value is where none is given. */
  static Optional<Object> usual(Class<?> type) {
    if (type == boolean.class) {
      return Optional.of(false);
    }
    if (type == Words.class) {
      return Optional.of(Words.NONE);
    }
    return type == TimeGrain.class ? Optional.of(TimeGrain.DAY) : Optional.empty();
  }

  Optional<Object> read(JsonNode json, Class<?> type, String path) {
    if (type == Words.class) {
      return Optional.of(words(json));
    }
    if (type.isEnum()) {
      return word(json, type, path);
    }
    if (type == boolean.class || type == Boolean.class) {
      return expect(json.isBoolean(), json.asBoolean(), path, "true or false");
    }
    if (type == String.class) {
      return text(json, path);
    }
    if (type == LocalDate.class) {
      return date(json, path);
    }
    if (type == BigDecimal.class) {
      return number(json, path);
    }
    if (type == int.class || type == Integer.class) {
      return expect(json.isInt(), json.asInt(), path, "a whole number");
    }
    return expect(
        json.isIntegralNumber() && json.canConvertToLong(), json.asLong(), path, "a whole number");
  }

  /** The name of a table: "orders", "sales.orders" or its parts. */
  static String tableName(JsonNode json) {
    if (!json.isObject()) {
      return json.asText();
    }
    String schema = json.path("schema").asText();
    return (schema.isEmpty() ? "" : schema + ".") + json.path("table").asText();
  }

  /** The words of the question that are quoted; those that do not stand in it explain nothing. */
  Words words(JsonNode json) {
    List<Span> spans = new ArrayList<>();
    List<JsonNode> quotes = new ArrayList<>();
    if (json.isArray()) {
      json.forEach(quotes::add);
    } else {
      quotes.add(json);
    }
    for (JsonNode quote : quotes) {
      if (quote.isTextual() && quote.asText().length() <= LONGEST_TEXT) {
        find(tokenizer.read(quote.asText()).tokens()).ifPresent(spans::add);
      }
    }
    return spans.isEmpty() ? Words.NONE : new Words(spans);
  }

  private Optional<Span> find(List<Token> quoted) {
    List<Token> tokens = question.tokens();
    for (int start = 0; !quoted.isEmpty() && start + quoted.size() <= tokens.size(); start++) {
      boolean same = true;
      for (int index = 0; same && index < quoted.size(); index++) {
        same = tokens.get(start + index).lower().equals(quoted.get(index).lower());
      }
      if (same) {
        return Optional.of(new Span(start, start + quoted.size()));
      }
    }
    return Optional.empty();
  }

  private Optional<Object> word(JsonNode json, Class<?> type, String path) {
    String written = json.asText().toLowerCase(Locale.ROOT);
    for (Object constant : type.getEnumConstants()) {
      if (((Enum<?>) constant).name().toLowerCase(Locale.ROOT).equals(written)) {
        return Optional.of(constant);
      }
    }
    return expect(false, "", path, "one of: " + String.join(", ", Shapes.words(type)));
  }

  private Optional<Object> text(JsonNode json, String path) {
    boolean fits =
        json.isTextual()
            && json.asText().length() <= LONGEST_TEXT
            && json.asText().indexOf('\0') < 0;
    return expect(
        fits, json.asText(), path, "a text of at most %,d characters".formatted(LONGEST_TEXT));
  }

  /** A number whose digits can be written out: 1e999999999 is short only in this form. */
  private Optional<Object> number(JsonNode json, String path) {
    BigDecimal number = json.isNumber() ? json.decimalValue() : BigDecimal.ZERO;
    boolean fits =
        json.isNumber()
            && number.precision() <= MOST_DIGITS
            && Math.abs((long) number.scale()) <= MOST_DIGITS;
    return expect(fits, number, path, "a number of at most %d digits".formatted(MOST_DIGITS));
  }

  private Optional<Object> date(JsonNode json, String path) {
    try {
      return Optional.of(LocalDate.parse(json.asText()));
    } catch (DateTimeException noDate) {
      return expect(false, "", path, "a date such as 2024-12-31");
    }
  }

  private Optional<Object> expect(boolean fits, Object value, String path, String what) {
    if (fits) {
      return Optional.of(value);
    }
    findings.add(path, "wrong_type", "This must be " + what);
    return Optional.empty();
  }
}
