package dev.alidade.ask.plan;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.alidade.ask.text.Period;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/** Something that holds or does not hold for a row or a group. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Predicate.Comparison.class, name = "comparison"),
  @JsonSubTypes.Type(value = Predicate.Between.class, name = "between"),
  @JsonSubTypes.Type(value = Predicate.TextMatch.class, name = "text_match"),
  @JsonSubTypes.Type(value = Predicate.InPeriod.class, name = "in_period"),
  @JsonSubTypes.Type(value = Predicate.Missing.class, name = "missing"),
  @JsonSubTypes.Type(value = Predicate.Member.class, name = "member"),
  @JsonSubTypes.Type(value = Predicate.AllOf.class, name = "all_of"),
  @JsonSubTypes.Type(value = Predicate.AnyOf.class, name = "any_of")
})
public sealed interface Predicate {
  /** A value compared with another. */
  record Comparison(Expression left, ComparisonOperator operator, Operand right, Words words)
      implements Predicate {
    public Comparison {
      Objects.requireNonNull(left, "left");
      Objects.requireNonNull(operator, "operator");
      Objects.requireNonNull(right, "right");
      Objects.requireNonNull(words, "words");
    }
  }

  /** A value from {@code low} to {@code high}, both included. */
  record Between(
      Expression expression, BigDecimal low, BigDecimal high, boolean negated, Words words)
      implements Predicate {
    public Between {
      Objects.requireNonNull(expression, "expression");
      Objects.requireNonNull(low, "low");
      Objects.requireNonNull(high, "high");
      Objects.requireNonNull(words, "words");
    }
  }

  /** A text that holds another, letter case aside. */
  record TextMatch(
      Expression.ColumnUse column, TextMatchKind match, String value, boolean negated, Words words)
      implements Predicate {
    public TextMatch {
      Objects.requireNonNull(column, "column");
      Objects.requireNonNull(match, "match");
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(words, "words");
    }
  }

  /** A date within a period. */
  record InPeriod(Expression.ColumnUse column, Period period, boolean negated, Words words)
      implements Predicate {
    public InPeriod {
      Objects.requireNonNull(column, "column");
      Objects.requireNonNull(period, "period");
      Objects.requireNonNull(words, "words");
    }
  }

  /** A column without a value; negated: with one. */
  record Missing(Expression.ColumnUse column, boolean negated, Words words) implements Predicate {
    public Missing {
      Objects.requireNonNull(column, "column");
      Objects.requireNonNull(words, "words");
    }
  }

  /** A column whose value another plan gives: a semi-join; negated: an anti-join. */
  record Member(Expression.ColumnUse column, Plan plan, boolean negated, Words words)
      implements Predicate {
    public Member {
      Objects.requireNonNull(column, "column");
      Objects.requireNonNull(plan, "plan");
      Objects.requireNonNull(words, "words");
    }
  }

  /** All parts hold. */
  record AllOf(List<Predicate> parts) implements Predicate {
    public AllOf {
      parts = List.copyOf(parts);
    }
  }

  /** At least one part holds. */
  record AnyOf(List<Predicate> parts) implements Predicate {
    public AnyOf {
      parts = List.copyOf(parts);
    }
  }
}
