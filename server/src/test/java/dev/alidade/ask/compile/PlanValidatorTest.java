package dev.alidade.ask.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.ask.Shop;
import dev.alidade.ask.plan.AggregateFunction;
import dev.alidade.ask.plan.Expression.Aggregate;
import dev.alidade.ask.plan.Join;
import dev.alidade.ask.plan.Output;
import dev.alidade.ask.plan.Plan;
import dev.alidade.ask.plan.Plans;
import dev.alidade.ask.plan.SelectPlan;
import dev.alidade.ask.plan.SetOperator;
import dev.alidade.ask.plan.SetPlan;
import dev.alidade.ask.plan.Words;
import dev.alidade.sql.TypeKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanValidatorTest {
  @TempDir private static Path folder;
  private static Shop shop;

  @BeforeAll
  static void open() {
    shop = Shop.in(folder);
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @Test
  void acceptsGoodPlans() {
    assertThat(kinds(Plans.ordersByCity())).isEmpty();
    assertThat(kinds(Plans.customersWithoutOrders())).isEmpty();
  }

  @Test
  void findsUnknownNames() {
    assertThat(
            kinds(
                Plans.select(
                    "customers",
                    Optional.empty(),
                    Plans.column("customers", "shoe_size", TypeKind.INTEGER))))
        .containsExactly(PlanProblem.Kind.UNKNOWN_COLUMN);
    assertThat(
            kinds(
                Plans.select(
                    "planets", Optional.empty(), Plans.column("planets", "name", TypeKind.TEXT))))
        .containsExactly(PlanProblem.Kind.UNKNOWN_TABLE);
  }

  @Test
  void findsAggregatesOfTheWrongType() {
    Aggregate average =
        new Aggregate(
            AggregateFunction.AVERAGE,
            false,
            Optional.of(Plans.column("orders", "order_date", TypeKind.DATE)),
            Words.NONE);
    assertThat(kinds(Plans.select("orders", Optional.empty(), average)))
        .containsExactly(PlanProblem.Kind.TYPE_MISFIT);
  }

  @Test
  void findsColumnsOutsideTheGroups() {
    assertThat(
            kinds(
                Plans.select(
                    "orders",
                    Optional.empty(),
                    Plans.column("orders", "status", TypeKind.TEXT),
                    Aggregate.countOfRows(Words.NONE))))
        .containsExactly(PlanProblem.Kind.NOT_GROUPED);
  }

  @Test
  void findsTablesThatNothingJoinsAndRowsThatAJoinRepeats() {
    Aggregate total =
        new Aggregate(
            AggregateFunction.AVERAGE,
            false,
            Optional.of(Plans.column("customers", "customer_id", TypeKind.INTEGER)),
            Words.NONE);
    assertThat(kinds(joined(total, List.of()))).contains(PlanProblem.Kind.NOT_JOINED);
    Join join = new Join("customers", List.of("customer_id"), "orders", List.of("customer_id"));
    assertThat(kinds(joined(total, List.of(join))))
        .containsExactly(PlanProblem.Kind.MULTIPLIED_ROWS);
  }

  @Test
  void findsSidesOfDifferentWidth() {
    assertThat(
            kinds(
                new SetPlan(
                    SetOperator.UNION,
                    Plans.ordersByCity(),
                    Plans.customersWithoutOrders(),
                    Words.NONE)))
        .containsExactly(PlanProblem.Kind.DIFFERENT_OUTPUTS);
  }

  private static SelectPlan joined(Aggregate shown, List<Join> joins) {
    return new SelectPlan(
        List.of(new Output(shown, "value")),
        false,
        List.of(Plans.table("customers"), Plans.table("orders")),
        joins,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  private static List<PlanProblem.Kind> kinds(Plan plan) {
    return new PlanValidator(shop.knowledge())
        .problems(plan).stream().map(PlanProblem::kind).toList();
  }
}
