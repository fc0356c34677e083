package dev.alidade.policy;

import dev.alidade.sql.DataType;
import dev.alidade.sql.Dialect;
import dev.alidade.sql.TimeGrain;
import dev.alidade.sql.TypeKind;

/** What is shown in place of a column's values; NULL stays NULL. */
public sealed interface Mask {
  /** What it does, for people. */
  String words();

  /** The expression that is shown; {@code column} is quoted, {@code key} is this house's secret. */
  String expression(String column, DataType type, Dialect dialect, String key);

  /** {@code ***} for texts, nothing for others. */
  record Redact() implements Mask {
    @Override
    public String words() {
      return "redacted";
    }

    @Override
    public String expression(String column, DataType type, Dialect dialect, String key) {
      return type.kind() == TypeKind.TEXT
          ? present(column, dialect.literal("***"))
          : nothing(column);
    }
  }

  /** A keyed SHA-256, so that equal values can be counted and joined but not read. */
  record Hash() implements Mask {
    @Override
    public String words() {
      return "hashed with a secret key";
    }

    @Override
    public String expression(String column, DataType type, Dialect dialect, String key) {
      return dialect.keyedHash(dialect.text(column), key);
    }
  }

  /** The last characters after stars. */
  record Partial(int last) implements Mask {
    public Partial {
      if (last < 1 || last > 20) {
        throw new IllegalArgumentException("from 1 to 20 characters can be shown");
      }
    }

    @Override
    public String words() {
      return "only the last %d characters".formatted(last);
    }

    @Override
    public String expression(String column, DataType type, Dialect dialect, String key) {
      String text = dialect.text(column);
      // A value that is hardly longer than what is shown would be shown whole.
      return "CASE WHEN %s > %d THEN %s WHEN %s IS NOT NULL THEN '***' END"
          .formatted(
              dialect.length(text),
              2 * last,
              dialect.concatenated(dialect.literal("***"), dialect.last(text, last)),
              column);
    }
  }

  /** The first day of a date's year. */
  record Year() implements Mask {
    @Override
    public String words() {
      return "only the year";
    }

    @Override
    public String expression(String column, DataType type, Dialect dialect, String key) {
      return switch (type.kind()) {
        case DATE, TIMESTAMP, TIMESTAMP_TZ -> dialect.truncate(TimeGrain.YEAR, column, type);
        default -> nothing(column);
      };
    }
  }

  /** Nothing. */
  record Null() implements Mask {
    @Override
    public String words() {
      return "nothing";
    }

    @Override
    public String expression(String column, DataType type, Dialect dialect, String key) {
      return nothing(column);
    }
  }

  /** Numbers to the nearest multiple. */
  record Round(long multiple) implements Mask {
    public Round {
      if (multiple < 1) {
        throw new IllegalArgumentException("a multiple is at least 1");
      }
    }

    @Override
    public String words() {
      return "rounded to the nearest %,d".formatted(multiple);
    }

    @Override
    public String expression(String column, DataType type, Dialect dialect, String key) {
      return type.kind().isNumeric()
          ? "ROUND(%s / %d) * %d".formatted(dialect.toDouble(column), multiple, multiple)
          : nothing(column);
    }
  }

  private static String present(String column, String shown) {
    return "CASE WHEN %s IS NOT NULL THEN %s END".formatted(column, shown);
  }

  /** Typed as the column is. */
  private static String nothing(String column) {
    return "CASE WHEN 1 = 0 THEN %s END".formatted(column);
  }
}
