package dev.alidade.ask.plan;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.Objects;

/** What an expression is compared with. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Operand.TextValue.class, name = "text"),
  @JsonSubTypes.Type(value = Operand.NumberValue.class, name = "number"),
  @JsonSubTypes.Type(value = Operand.TruthValue.class, name = "truth"),
  @JsonSubTypes.Type(value = Operand.OtherExpression.class, name = "expression"),
  @JsonSubTypes.Type(value = Operand.ScalarPlan.class, name = "plan")
})
public sealed interface Operand {
  /** A text as the source stores it. */
  record TextValue(String value) implements Operand {
    public TextValue {
      Objects.requireNonNull(value, "value");
    }
  }

  /** A number. */
  record NumberValue(BigDecimal value) implements Operand {
    public NumberValue {
      Objects.requireNonNull(value, "value");
    }
  }

  /** True or false. */
  record TruthValue(boolean value) implements Operand {}

  /** Another expression of the same plan. */
  record OtherExpression(Expression expression) implements Operand {
    public OtherExpression {
      Objects.requireNonNull(expression, "expression");
    }
  }

  /** The one value that another plan gives. */
  record ScalarPlan(SelectPlan plan) implements Operand {
    public ScalarPlan {
      Objects.requireNonNull(plan, "plan");
      if (plan.outputs().size() != 1) {
        throw new IllegalArgumentException("a scalar plan shows one column");
      }
    }
  }
}
