package dev.alidade.ask.verified;

import dev.alidade.ask.plan.Plan;
import dev.alidade.ask.plan.Words;
import dev.alidade.ask.text.Period;
import dev.alidade.sql.TableName;
import dev.alidade.sql.TimeGrain;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is left of a plan without its values and the words that said it. Tables, joins, operators,
 * directions, aggregates, grouping and order are the same in two plans of one shape.
 */
public final class PlanShape {
  private static final Exchange EMPTIED =
      new Exchange() {
        @Override
        public BigDecimal number(BigDecimal value) {
          return BigDecimal.ONE;
        }

        @Override
        public String text(Optional<TableName> table, String column, String value) {
          return "";
        }

        @Override
        public Period period(Period period) {
          return new Period(
              period.start().map(start -> LocalDate.EPOCH),
              period.end().map(end -> LocalDate.EPOCH),
              TimeGrain.DAY);
        }

        @Override
        public Words words(Words words) {
          return Words.NONE;
        }
      };

  private PlanShape() {}

  /** Whether only values differ. */
  public static boolean isSame(Plan left, Plan right) {
    return PlanExchange.of(left, EMPTIED).equals(PlanExchange.of(right, EMPTIED));
  }
}
