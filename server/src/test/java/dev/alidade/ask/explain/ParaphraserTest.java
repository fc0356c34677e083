package dev.alidade.ask.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.ask.plan.ComparisonOperator;
import dev.alidade.ask.plan.Operand;
import dev.alidade.ask.plan.Plans;
import dev.alidade.ask.plan.Predicate;
import dev.alidade.ask.plan.Words;
import dev.alidade.ask.text.Period;
import dev.alidade.sql.TimeGrain;
import dev.alidade.sql.TypeKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ParaphraserTest {
  @Test
  void saysGroupsTestsAndLimits() {
    assertThat(Paraphraser.sentence(Plans.ordersByCity()))
        .isEqualTo(
            "The number of orders, for each customer city, only where number of orders is above 2,"
                + " only the 5 with the highest number of orders.");
  }

  @Test
  void saysWhatMustNotExist() {
    assertThat(Paraphraser.sentence(Plans.customersWithoutOrders()))
        .isEqualTo("The customer name of customers, where the customers has no orders.");
  }

  @Test
  void saysPeriodsAndValues() {
    Predicate inYear =
        new Predicate.InPeriod(
            Plans.column("orders", "order_date", TypeKind.DATE),
            Period.of(TimeGrain.YEAR, LocalDate.of(2023, 1, 1)),
            false,
            Words.NONE);
    Predicate open =
        new Predicate.Comparison(
            Plans.column("orders", "status", TypeKind.TEXT),
            ComparisonOperator.EQUAL,
            new Operand.TextValue("open"),
            Words.NONE);
    assertThat(
            Paraphraser.sentence(
                Plans.select(
                    "orders",
                    Optional.of(new Predicate.AllOf(List.of(inYear, open))),
                    Plans.column("orders", "order_id", TypeKind.INTEGER))))
        .isEqualTo("The order id of orders, where order date is in 2023 and status is \"open\".");
  }
}
