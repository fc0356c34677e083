package dev.alidade.ask.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.alidade.ask.text.TimeCut;
import dev.alidade.sql.DataType;
import dev.alidade.sql.DatePart;
import dev.alidade.sql.TimeGrain;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Something that has a value for each row or group. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Expression.ColumnUse.class, name = "column"),
  @JsonSubTypes.Type(value = Expression.Aggregate.class, name = "aggregate"),
  @JsonSubTypes.Type(value = Expression.PeriodOf.class, name = "period"),
  @JsonSubTypes.Type(value = Expression.PartOf.class, name = "part"),
  @JsonSubTypes.Type(value = Expression.Constant.class, name = "constant"),
  @JsonSubTypes.Type(value = Expression.Arithmetic.class, name = "arithmetic"),
  @JsonSubTypes.Type(value = Expression.MetricUse.class, name = "metric"),
  @JsonSubTypes.Type(value = Expression.AcrossRows.class, name = "across_rows"),
  @JsonSubTypes.Type(value = Expression.PartMeasure.class, name = "part_measure")
})
public sealed interface Expression {
  /** The words that say it. */
  Words words();

  /** What dates are told apart by. */
  static Expression cut(TimeCut cut, ColumnUse column, Words words) {
    return switch (cut) {
      case TimeCut.Into into -> new PeriodOf(into.grain(), column, words);
      case TimeCut.Part part -> new PartOf(part.part(), column, words);
    };
  }

  /** Whether it has one value for many rows. */
  @JsonIgnore
  default boolean isAggregate() {
    return switch (this) {
      case ColumnUse column -> false;
      case PeriodOf period -> false;
      case PartOf part -> false;
      case Constant constant -> false;
      case Aggregate aggregate -> true;
      case Arithmetic arithmetic ->
          arithmetic.left().isAggregate() || arithmetic.right().isAggregate();
      case MetricUse metric -> metric.formula().isAggregate();
      case AcrossRows across -> true;
      case PartMeasure measure -> true;
    };
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

  /**
   * A number over rows; without an argument it counts rows.
   *
   * @param where only rows that fulfill it count
   */
  record Aggregate(
      AggregateFunction function,
      boolean distinct,
      Optional<Expression> argument,
      Optional<Predicate> where,
      Words words)
      implements Expression {
    /** A number over all rows. */
    public Aggregate(
        AggregateFunction function, boolean distinct, Optional<Expression> argument, Words words) {
      this(function, distinct, argument, Optional.empty(), words);
    }

    @JsonCreator
    public Aggregate {
      Objects.requireNonNull(function, "function");
      Objects.requireNonNull(argument, "argument");
      Objects.requireNonNull(where, "where");
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

  /** A number that the question or a metric says. */
  record Constant(BigDecimal value) implements Expression {
    public Constant {
      Objects.requireNonNull(value, "value");
    }

    @Override
    public Words words() {
      return Words.NONE;
    }
  }

  /** Two numbers made one; a division is never one of whole numbers, and by zero gives nothing. */
  record Arithmetic(ArithmeticOperator operator, Expression left, Expression right, Words words)
      implements Expression {
    public Arithmetic {
      Objects.requireNonNull(operator, "operator");
      Objects.requireNonNull(left, "left");
      Objects.requireNonNull(right, "right");
      Objects.requireNonNull(words, "words");
    }
  }

  /** A metric of the semantic model; {@code formula} is how it is worked out. */
  record MetricUse(String metric, Expression formula, Words words) implements Expression {
    public MetricUse {
      Objects.requireNonNull(metric, "metric");
      Objects.requireNonNull(formula, "formula");
      Objects.requireNonNull(words, "words");
    }
  }

  /**
   * A number of a row of the answer in the light of the other rows.
   *
   * @param by the order that running totals and changes follow; empty for shares
   */
  record AcrossRows(AcrossKind across, Expression measure, List<Expression> by, Words words)
      implements Expression {
    public AcrossRows {
      Objects.requireNonNull(across, "across");
      Objects.requireNonNull(measure, "measure");
      by = List.copyOf(by);
      Objects.requireNonNull(words, "words");
      if (by.isEmpty() != (across == AcrossKind.SHARE)) {
        throw new IllegalArgumentException("running totals and changes follow an order");
      }
    }
  }

  /** A measure of one of the parts of a {@link DrillAcrossPlan}, by its label there. */
  record PartMeasure(String label, Words words) implements Expression {
    public PartMeasure {
      Objects.requireNonNull(label, "label");
      Objects.requireNonNull(words, "words");
    }
  }
}
