package dev.alidade.ask.plan;

import dev.alidade.ask.plan.Expression.Aggregate;
import dev.alidade.ask.plan.Expression.ColumnUse;
import dev.alidade.sql.DataType;
import dev.alidade.sql.TableName;
import dev.alidade.sql.TypeKind;
import java.util.List;
import java.util.Optional;

/** Plans about a little shop, for tests. */
public final class Plans {
  private Plans() {}

  /** A column of a table. */
  public static ColumnUse column(String table, String name, TypeKind kind) {
    return new ColumnUse(table, name, new DataType(kind, kind.name()), Words.NONE);
  }

  /** A table under its own name. */
  public static TableUse table(String name) {
    return new TableUse(name, TableName.of(name), Words.NONE);
  }

  /** Some columns of one table that fulfill a predicate. */
  public static SelectPlan select(String table, Optional<Predicate> filter, Expression... shown) {
    return new SelectPlan(
        List.of(shown).stream().map(one -> new Output(one, label(one))).toList(),
        false,
        List.of(table(table)),
        List.of(),
        filter,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  /** The number of orders for each city of customers, where there are more than 2, best first. */
  public static SelectPlan ordersByCity() {
    ColumnUse city = column("customers", "city", TypeKind.TEXT);
    Aggregate count = Aggregate.countOfRows(Words.NONE);
    return new SelectPlan(
        List.of(new Output(city, "city"), new Output(count, "number of orders")),
        false,
        List.of(table("orders"), table("customers")),
        List.of(new Join("orders", List.of("customer_id"), "customers", List.of("customer_id"))),
        Optional.empty(),
        List.of(city),
        Optional.of(
            new Predicate.Comparison(
                count,
                ComparisonOperator.GREATER,
                new Operand.NumberValue(java.math.BigDecimal.TWO),
                Words.NONE)),
        Optional.empty(),
        List.of(new Ordering(count, true, Words.NONE)),
        Optional.of(5L));
  }

  /** Names of customers without orders. */
  public static SelectPlan customersWithoutOrders() {
    return select(
        "customers",
        Optional.of(
            new Predicate.Member(
                column("customers", "customer_id", TypeKind.INTEGER),
                select(
                    "orders", Optional.empty(), column("orders", "customer_id", TypeKind.INTEGER)),
                true,
                Words.NONE)),
        column("customers", "customer_name", TypeKind.TEXT));
  }

  private static String label(Expression expression) {
    return expression instanceof ColumnUse column ? column.column() : "value";
  }
}
