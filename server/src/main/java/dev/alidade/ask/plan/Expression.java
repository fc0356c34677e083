package dev.alidade.ask.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.alidade.sql.DataType;
import dev.alidade.sql.DatePart;
import dev.alidade.sql.TimeGrain;
import java.util.Objects;
import java.util.Optional;

/** Something that has a value for each row or group. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Expression.ColumnUse.class, name = "column"),
  @JsonSubTypes.Type(value = Expression.Aggregate.class, name = "aggregate"),
  @JsonSubTypes.Type(value = Expression.PeriodOf.class, name = "period"),
  @JsonSubTypes.Type(value = Expression.PartOf.class, name = "part")
})
public sealed interface Expression {
  /** The words that say it. */
  Words words();

  /** Whether it has one value for many rows. */
  @JsonIgnore
  default boolean isAggregate() {
    return this instanceof Aggregate;
  }

  /** A column of a table; {@code table} is an alias. */
  record ColumnUse(String table, String column, DataType type, Words words) implements Expression {
    public ColumnUse {
      Objects.requireNonNull(table, "table");
      Objects.requireNonNull(column, "column");
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(words, "words");
    }

    /** Whether both are the same column of the same use of a table. */
    public boolean isSame(ColumnUse other) {
      return table.equals(other.table) && column.equals(other.column);
    }
  }

  /** A number over rows; without an argument it counts rows. */
  record Aggregate(
      AggregateFunction function, boolean distinct, Optional<Expression> argument, Words words)
      implements Expression {
    public Aggregate {
      Objects.requireNonNull(function, "function");
      Objects.requireNonNull(argument, "argument");
      Objects.requireNonNull(words, "words");
      if (argument.isEmpty() && (function != AggregateFunction.COUNT || distinct)) {
        throw new IllegalArgumentException("only a count of rows goes without an argument");
      }
    }

    /** The number of rows. */
    public static Aggregate countOfRows(Words words) {
      return new Aggregate(AggregateFunction.COUNT, false, Optional.empty(), words);
    }
  }

  /** The start of the period that a date falls into. */
  record PeriodOf(TimeGrain grain, ColumnUse column, Words words) implements Expression {
    public PeriodOf {
      Objects.requireNonNull(grain, "grain");
      Objects.requireNonNull(column, "column");
      Objects.requireNonNull(words, "words");
    }
  }

  /** One part of a date, as a number. */
  record PartOf(DatePart part, ColumnUse column, Words words) implements Expression {
    public PartOf {
      Objects.requireNonNull(part, "part");
      Objects.requireNonNull(column, "column");
      Objects.requireNonNull(words, "words");
    }
  }
}
