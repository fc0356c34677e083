package dev.alidade.semantic.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.semantic.Formula;
import dev.alidade.semantic.Formula.Comparison;
import dev.alidade.semantic.Formula.Function;
import dev.alidade.semantic.Formula.Literal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaParserTest {
  private static final FormulaScope SCOPE = new Shop();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SUM(items.price * items.quantity)",
        "100 * (revenue - cost) / revenue",
        "revenue - (cost - 1) - 2",
        "revenue / (cost * 2)",
        "COUNT(orders.*)",
        "COUNT(DISTINCT orders.customer_id)",
        "AVG(items.price) FILTER (WHERE items.kind = 'it''s' AND items.price > 1.5)",
        "COUNT(orders.*) FILTER (WHERE orders.status NOT IN ('new', 'open') AND orders.paid = TRUE)",
        "MIN(items.price) FILTER (WHERE items.kind IS NOT NULL AND items.price <= -2)",
        "MAX(items.price) FILTER (WHERE items.kind <> 'a' AND items.kind IS NULL)",
        "SUM(items.\"unit price\")",
        "-1 * revenue"
      })
  void whatIsWrittenIsReadAsTheSame(String text) {
    Formula formula = FormulaParser.metric(text, SCOPE);

    assertThat(FormulaWriter.metric(formula)).isEqualTo(text);
    assertThat(FormulaParser.metric(FormulaWriter.metric(formula), SCOPE)).isEqualTo(formula);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "sum(price)                                                | SUM(items.price)",
        "COUNT(*)                                                  | COUNT(items.*)",
        "COUNT(1)                                                  | COUNT(items.*)",
        "COUNT(orders.id)                                          | COUNT(orders.*)",
        "COUNT(DISTINCT orders.id)                                 | COUNT(orders.*)",
        "revenue / NULLIF(cost, 0)                                 | revenue / cost",
        "DIV0(revenue, cost)                                       | revenue / cost",
        "CAST(revenue AS DOUBLE PRECISION) / cost::DECIMAL(10, 2)  | revenue / cost",
        "SUM(CASE WHEN kind = 'a' THEN price END)                  | SUM(items.price) FILTER (WHERE items.kind = 'a')",
        "SUM(CASE WHEN kind = 'a' THEN price ELSE 0 END)           | SUM(items.price) FILTER (WHERE items.kind = 'a')",
        "SUM(CASE WHEN kind = 'a' THEN 1 ELSE 0 END)               | COUNT(items.*) FILTER (WHERE items.kind = 'a')",
        "COUNT(CASE WHEN kind = 'a' THEN 1 END)                    | COUNT(items.*) FILTER (WHERE items.kind = 'a')",
        "COUNT(DISTINCT CASE WHEN orders.paid THEN orders.customer_id END) | COUNT(DISTINCT orders.customer_id) FILTER (WHERE orders.paid = TRUE)",
        "COUNT(orders.*) FILTER (WHERE NOT orders.paid)            | COUNT(orders.*) FILTER (WHERE orders.paid = FALSE)",
        "COUNT(orders.*) FILTER (WHERE orders.paid IS TRUE)        | COUNT(orders.*) FILTER (WHERE orders.paid = TRUE)",
        "SUM(price) FILTER (WHERE (price BETWEEN 1 AND 2))         | SUM(items.price) FILTER (WHERE items.price >= 1 AND items.price <= 2)",
        "SUM(price) FILTER (WHERE orders.status = 'new')           | SUM(items.price) FILTER (WHERE orders.status = 'new')",
        "SUM(amount)                                               | SUM(items.price * items.quantity)",
        "((revenue))                                               | revenue",
        "`revenue` + \"revenue\"                                   | revenue + revenue"
      })
  void theSameInOtherWords(String text, String same) {
    assertThat(FormulaWriter.metric(FormulaParser.metric(text, SCOPE))).isEqualTo(same);
  }

  @Test
  void anAggregateKnowsWhoseRowsItIsOver() {
    Formula formula =
        FormulaParser.metric(
            "SUM(items.price) FILTER (WHERE orders.placed >= DATE '2025-01-01')", SCOPE);

    assertThat(formula)
        .isEqualTo(
            new Formula.Aggregate(
                Function.SUM,
                false,
                "items",
                Optional.of(new Formula.Column("items", "price")),
                List.of(
                    new Formula.Condition(
                        new Formula.Column("orders", "placed"),
                        Comparison.GREATER_OR_EQUAL,
                        List.of(new Literal.Text("2025-01-01")),
                        false))));
  }

  @Test
  void aFieldIsOfOneRow() {
    assertThat(FormulaParser.field("price * (1 - 0.25)", SCOPE))
        .isEqualTo(
            new Formula.Arithmetic(
                Formula.Operator.TIMES,
                new Formula.Column("items", "price"),
                new Formula.Arithmetic(
                    Formula.Operator.MINUS,
                    new Formula.Number(BigDecimal.ONE),
                    new Formula.Number(new BigDecimal("0.25")))));
    assertThat(failure("SUM(price)", false)).hasMessageContaining("make it a metric");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "SUM(items.price                 | 16 | expected `)` here, not the end of the formula",
        "SUM(items.prize)                | 11 | no `prize`",
        "SUM(lines.price)                | 5  | no dataset lines",
        "revenu / cost                   | 1  | no metric",
        "price                           | 1  | no metric",
        "items.price                     | 1  | `items.price` must stand within an aggregate",
        "SUM(SUM(price))                 | 5  | within another",
        "SUM(price) OVER (ORDER BY kind) | 12 | cannot read `OVER`",
        "MEDIAN(price)                   | 1  | the function MEDIAN cannot stand in a formula",
        "revenue ; cost                  | 9  | `;` cannot stand in a formula",
        "SUM(price) FILTER (WHERE kind = 'a' OR kind = 'b') | 37 | joined by AND only",
        "SUM(price) FILTER (WHERE price + 1 > 2) | 32 | cannot read `+` in a condition",
        "SUM(price) FILTER (WHERE kind = price)  | 33 | expected a value such as",
        "SUM(price) FILTER (WHERE amount > 1)    | 26 | is worked out",
        "SUM(price) FILTER (WHERE kind = 'a)     | 33 | this text does not end",
        "COUNT(DISTINCT customers.name) FILTER (WHERE orders.paid AND stores.name = 'a') | 1 | no dataset of",
        "NULLIF(revenue, 1)              | 17 | NULLIF takes 0 here",
        "CAST(revenue AS INTEGER)        | 17 | cannot cast to `INTEGER`",
        "SUM(CASE WHEN kind = 'a' THEN 2 END)    | 31 | expected a column after THEN",
        "SUM(CASE WHEN kind = 'a' THEN price WHEN kind = 'b' THEN price END) | 37 | one WHEN only",
        "''                              | 1  | expected a column, a number or an aggregate here, not ''",
      })
  void whatCannotBeReadIsSaidAtItsCharacter(String text, int column, String message) {
    AlidadeException failure = failure(text, true);

    assertThat(failure.code()).isEqualTo(ErrorCode.SYNTAX_ERROR);
    assertThat(failure).hasMessageContaining(message);
    assertThat(failure.location().orElseThrow().column()).isEqualTo(column);
  }

  @Test
  void nestingEndsBeforeTheStack() {
    assertThat(failure("(".repeat(5_000) + "1" + ")".repeat(5_000), true))
        .hasMessageContaining("nested too deeply");
    String conditions = "(".repeat(50_000) + "kind = 'a'" + ")".repeat(50_000);
    assertThat(failure("SUM(price) FILTER (WHERE " + conditions + ")", true))
        .hasMessageContaining("nested too deeply");
    assertThat(failure("revenue" + " + revenue".repeat(2_000), true))
        .hasMessageContaining("too long");
  }

  private static AlidadeException failure(String text, boolean metric) {
    return catchThrowableOfType(
        AlidadeException.class,
        () -> {
          if (metric) {
            FormulaParser.metric(text, SCOPE);
          } else {
            FormulaParser.field(text, SCOPE);
          }
        });
  }

  /** Orders of stores, items of orders; a bare name is one of items. */
  private static final class Shop implements FormulaScope {
    private static final Set<String> ITEMS = Set.of("price", "quantity", "kind", "unit price");
    private static final Set<String> ORDERS =
        Set.of("id", "customer_id", "status", "paid", "placed");

    @Override
    public Meaning column(Optional<String> dataset, String name) {
      String of = dataset.orElse("items");
      if (dataset(of).isEmpty()) {
        return new Meaning.Unknown("no dataset " + of);
      }
      if (of.equals("items") && name.equals("amount")) {
        return new Meaning.Known(
            new Formula.Arithmetic(
                Formula.Operator.TIMES,
                new Formula.Column("items", "price"),
                new Formula.Column("items", "quantity")));
      }
      boolean known = ITEMS.contains(name) || ORDERS.contains(name) || name.equals("name");
      return known
          ? new Meaning.Known(new Formula.Column(of, name))
          : new Meaning.Unknown("no `%s`".formatted(name));
    }

    @Override
    public Meaning metric(Optional<String> dataset, String name) {
      return Set.of("revenue", "cost").contains(name)
          ? new Meaning.Known(new Formula.MetricUse(name))
          : new Meaning.Unknown("no metric");
    }

    @Override
    public Optional<String> dataset(String name) {
      return Optional.of(name).filter(Set.of("items", "orders", "customers", "stores")::contains);
    }

    @Override
    public boolean isKey(Formula.Column column) {
      return column.equals(new Formula.Column("orders", "id"));
    }

    @Override
    public Optional<String> home(Set<String> datasets) {
      if (datasets.isEmpty() || datasets.contains("items")) {
        return Optional.of("items");
      }
      return datasets.size() == 1 ? Optional.of(datasets.iterator().next()) : Optional.empty();
    }
  }
}
