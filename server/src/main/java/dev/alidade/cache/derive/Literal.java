package dev.alidade.cache.derive;

import dev.alidade.sql.SqlToken.Kind;
import dev.alidade.sql.TypeKind;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/** A value that stands in a statement: a number or a date. */
sealed interface Literal {
  /** How a value of a column compares with it; empty where that is not sure. */
  Optional<Integer> compare(Object value);

  /** What it stands for. */
  Object value();

  /** Whether columns of this kind are compared with it as it is. */
  boolean fits(TypeKind kind);

  /** A number without an exponent. */
  record Exact(BigDecimal number) implements Literal {
    public Exact {
      Objects.requireNonNull(number, "number");
    }

    @Override
    public Object value() {
      return number;
    }

    @Override
    public boolean fits(TypeKind kind) {
      return kind == TypeKind.DECIMAL || (kind == TypeKind.INTEGER && number.scale() == 0);
    }

    @Override
    public Optional<Integer> compare(Object value) {
      return switch (value) {
        case Long whole -> Optional.of(BigDecimal.valueOf(whole).compareTo(number));
        case BigDecimal decimal -> Optional.of(decimal.compareTo(number));
        default -> Optional.empty();
      };
    }
  }

  /** A day as ISO 8601 writes it. */
  record Day(LocalDate date) implements Literal {
    public Day {
      Objects.requireNonNull(date, "date");
    }

    @Override
    public Object value() {
      return date;
    }

    @Override
    public boolean fits(TypeKind kind) {
      return kind == TypeKind.DATE;
    }

    @Override
    public Optional<Integer> compare(Object value) {
      return value instanceof LocalDate day ? Optional.of(day.compareTo(date)) : Optional.empty();
    }
  }

  /** Reads all of some words; empty where they are anything else. */
  static Optional<Literal> of(Words words) {
    boolean signed = words.size() == 2 && words.isSymbol(0, "-");
    if (words.size() == 1 || signed) {
      int last = words.size() - 1;
      return switch (words.kind(last)) {
        case NUMBER -> number((signed ? "-" : "") + words.at(last));
        case STRING -> signed ? Optional.empty() : day(words.at(0));
        case WORD, QUOTED_IDENTIFIER, PARAMETER, SEMICOLON, SYMBOL, UNTERMINATED ->
            Optional.empty();
      };
    }
    if (words.size() == 2 && words.is(0, "DATE") && words.kind(1) == Kind.STRING) {
      return day(words.at(1));
    }
    boolean isCast =
        words.size() == 6
            && words.is(0, "CAST")
            && words.isSymbol(1, "(")
            && words.kind(2) == Kind.STRING
            && words.is(3, "AS")
            && (words.is(4, "DATE") || words.at(4).equals("\"DATE\""))
            && words.isSymbol(5, ")");
    return isCast ? day(words.at(2)) : Optional.empty();
  }

  private static Optional<Literal> number(String digits) {
    return digits.matches("-?\\d{1,18}|-?(?=[\\d.]{3,19}$)\\d+\\.\\d+")
        ? Optional.of(new Exact(new BigDecimal(digits)))
        : Optional.empty();
  }

  private static Optional<Literal> day(String quoted) {
    if (!quoted.matches("'[1-9]\\d{3}-\\d\\d-\\d\\d'")) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Day(LocalDate.parse(quoted.substring(1, quoted.length() - 1))));
    } catch (DateTimeException noDay) {
      return Optional.empty();
    }
  }
}
