package dev.alidade.semantic;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** How a field or a metric is worked out from columns; dialects write it, nobody pastes text. */
public sealed interface Formula {
  /** A column of a dataset, by the dataset's logical name and the column's name in the table. */
  record Column(String dataset, String column) implements Formula {
    public Column {
      Objects.requireNonNull(dataset, "dataset");
      Objects.requireNonNull(column, "column");
    }
  }

  /** A number. */
  @SuppressWarnings("JavaLangClash") // always said as Formula.Number
  record Number(BigDecimal value) implements Formula {
    public Number {
      Objects.requireNonNull(value, "value");
    }
  }

  /** Two numbers made one; a division is never one of whole numbers, and by zero gives nothing. */
  record Arithmetic(Operator operator, Formula left, Formula right) implements Formula {
    public Arithmetic {
      Objects.requireNonNull(operator, "operator");
      Objects.requireNonNull(left, "left");
      Objects.requireNonNull(right, "right");
    }
  }

  /** What {@link Arithmetic} does. */
  enum Operator {
    PLUS,
    MINUS,
    TIMES,
    DIVIDED_BY
  }

  /**
   * A number over rows; without an argument it counts rows of {@code dataset}.
   *
   * @param where only rows that fulfill all of these count
   */
  record Aggregate(
      Function function,
      boolean distinct,
      String dataset,
      Optional<Formula> argument,
      List<Condition> where)
      implements Formula {
    public Aggregate {
      Objects.requireNonNull(function, "function");
      Objects.requireNonNull(dataset, "dataset");
      Objects.requireNonNull(argument, "argument");
      where = List.copyOf(where);
    }
  }

  /** What {@link Aggregate} does. */
  enum Function {
    COUNT,
    SUM,
    AVERAGE,
    MINIMUM,
    MAXIMUM
  }

  /** Another metric, by its name. */
  record MetricUse(String metric) implements Formula {
    public MetricUse {
      Objects.requireNonNull(metric, "metric");
    }
  }

  /** A column compared with values: one of them, or with {@code negated} none. */
  record Condition(Column column, Comparison comparison, List<Literal> values, boolean negated) {
    public Condition {
      Objects.requireNonNull(column, "column");
      Objects.requireNonNull(comparison, "comparison");
      values = List.copyOf(values);
    }
  }

  /** How a column is compared; IN with one value is equality, MISSING takes none. */
  enum Comparison {
    IN,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL,
    MISSING
  }

  /** A value written in a formula. */
  sealed interface Literal {
    /** A text. */
    record Text(String value) implements Literal {
      public Text {
        Objects.requireNonNull(value, "value");
      }
    }

    /** A number. */
    record Amount(BigDecimal value) implements Literal {
      public Amount {
        Objects.requireNonNull(value, "value");
      }
    }

    /** True or false. */
    record Truth(boolean value) implements Literal {}
  }
}
