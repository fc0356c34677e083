package dev.alidade.ask.verified;

import dev.alidade.ask.plan.Words;
import dev.alidade.ask.text.Period;
import dev.alidade.sql.TableName;
import java.math.BigDecimal;
import java.util.Optional;

/** What is put in the place of the constants of a plan, asked for in the order that they stand. */
interface Exchange {
  BigDecimal number(BigDecimal value);

  /** A text that a column is compared with; no table where an expression is. */
  String text(Optional<TableName> table, String column, String value);

  Period period(Period period);

  Words words(Words words);

  /** The same for what stands in the formula of a metric: nobody who asks says its constants. */
  default Exchange withinMetric() {
    Exchange outside = this;
    return new Exchange() {
      @Override
      public BigDecimal number(BigDecimal value) {
        return value;
      }

      @Override
      public String text(Optional<TableName> table, String column, String value) {
        return value;
      }

      @Override
      public Period period(Period period) {
        return period;
      }

      @Override
      public Words words(Words words) {
        return outside.words(words);
      }
    };
  }
}
