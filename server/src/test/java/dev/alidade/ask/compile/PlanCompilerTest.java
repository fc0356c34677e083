package dev.alidade.ask.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.ask.plan.AggregateFunction;
import dev.alidade.ask.plan.ComparisonOperator;
import dev.alidade.ask.plan.Expression;
import dev.alidade.ask.plan.Operand;
import dev.alidade.ask.plan.Ordering;
import dev.alidade.ask.plan.Output;
import dev.alidade.ask.plan.Plan;
import dev.alidade.ask.plan.Plans;
import dev.alidade.ask.plan.Predicate;
import dev.alidade.ask.plan.SelectPlan;
import dev.alidade.ask.plan.SetOperator;
import dev.alidade.ask.plan.SetPlan;
import dev.alidade.ask.plan.TextMatchKind;
import dev.alidade.ask.plan.TopPerGroup;
import dev.alidade.ask.plan.Words;
import dev.alidade.ask.text.Period;
import dev.alidade.engine.Engine;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.duckdb.DuckDbFactory;
import dev.alidade.engine.sqlite.SqliteEngineFactory;
import dev.alidade.engine.sqlite.SqliteFile;
import dev.alidade.sql.Dialect;
import dev.alidade.sql.TimeGrain;
import dev.alidade.sql.TypeKind;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans and their SQL in both dialects; golden files are rewritten by -Dgolden.write=true. */
class PlanCompilerTest {
  @TempDir private Path folder;

  @Test
  void writesSqlite() throws IOException {
    Path file = folder.resolve("empty.sqlite");
    SqliteFile.create(file, List.of("CREATE TABLE t (a INTEGER)"));
    try (Engine engine =
        new SqliteEngineFactory()
            .open(new SourceDefinition("s", "sqlite", Map.of("path", file.toString())))) {
      check("sqlite", engine.dialect());
    }
  }

  @Test
  void writesDuckDb() throws IOException {
    Path file = folder.resolve("t.csv");
    Files.writeString(file, "a\n1\n");
    try (Engine engine =
        new DuckDbFactory()
            .open(new SourceDefinition("d", "duckdb", Map.of("files", List.of(file.toString()))))) {
      check("duckdb", engine.dialect());
    }
  }

  private static void check(String name, Dialect dialect) throws IOException {
    PlanCompiler compiler = new PlanCompiler(dialect);
    StringBuilder text = new StringBuilder();
    plans()
        .forEach(
            (title, plan) ->
                text.append("-- ")
                    .append(title)
                    .append('\n')
                    .append(compiler.compile(plan))
                    .append("\n\n"));
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(Path.of("src/test/resources/dev/alidade/ask/compile", name + ".sql"), text);
    }
    try (InputStream golden = PlanCompilerTest.class.getResourceAsStream(name + ".sql")) {
      assertThat(text.toString())
          .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static Map<String, Plan> plans() {
    Expression.ColumnUse date = Plans.column("orders", "order_date", TypeKind.DATE);
    Expression.ColumnUse status = Plans.column("orders", "status", TypeKind.TEXT);
    Expression.ColumnUse id = Plans.column("orders", "order_id", TypeKind.INTEGER);
    Map<String, Plan> plans = new LinkedHashMap<>();
    plans.put("groups, having, order, limit", Plans.ordersByCity());
    plans.put("anti-join", Plans.customersWithoutOrders());
    plans.put(
        "values are quoted",
        Plans.select(
            "orders",
            Optional.of(
                new Predicate.Comparison(
                    status,
                    ComparisonOperator.EQUAL,
                    new Operand.TextValue("it's \"open\""),
                    Words.NONE)),
            id));
    plans.put(
        "period",
        Plans.select(
            "orders",
            Optional.of(
                new Predicate.InPeriod(
                    date,
                    Period.of(TimeGrain.QUARTER, LocalDate.of(2024, 4, 1)),
                    false,
                    Words.NONE)),
            id));
    plans.put("match", matches(status, id));
    plans.put(
        "by month",
        Plans.select(
            "orders",
            Optional.empty(),
            new Expression.PeriodOf(TimeGrain.MONTH, date, Words.NONE)));
    plans.put("top of each group", topOfEach(status, date, id));
    plans.put(
        "union",
        new SetPlan(
            SetOperator.UNION,
            Plans.select("orders", Optional.empty(), id),
            Plans.select("orders", Optional.empty(), id),
            Words.NONE));
    plans.put(
        "numbers kept as text, the lowest first, ties by what is not grouped",
        numbersInText(status, date));
    SelectPlan byStatus = counted(status);
    plans.put("groups of one name that nobody ordered, the largest first", byStatus);
    plans.put("other groups that nobody ordered, in their own order", counted(id, date));
    plans.put(
        "groups inside of a plan are not ordered",
        Plans.select(
            "orders", Optional.of(new Predicate.Member(status, byStatus, false, Words.NONE)), id));
    return plans;
  }

  private static SelectPlan counted(Expression... groups) {
    Expression count = Expression.Aggregate.countOfRows(Words.NONE);
    List<Expression> shown = Stream.concat(Stream.of(groups), Stream.of(count)).toList();
    SelectPlan rows = Plans.select("orders", Optional.empty(), shown.toArray(Expression[]::new));
    return new SelectPlan(
        rows.outputs(),
        false,
        rows.tables(),
        List.of(),
        Optional.empty(),
        List.of(groups),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  private static Plan numbersInText(Expression.ColumnUse text, Expression.ColumnUse date) {
    Expression average =
        new Expression.Aggregate(AggregateFunction.AVERAGE, false, Optional.of(text), Words.NONE);
    return new SelectPlan(
        List.of(new Output(date, "order_date"), new Output(average, "average")),
        false,
        List.of(Plans.table("orders")),
        List.of(),
        Optional.of(
            new Predicate.Comparison(
                text,
                ComparisonOperator.EQUAL,
                new Operand.NumberValue(BigDecimal.TEN),
                Words.NONE)),
        List.of(date),
        Optional.empty(),
        Optional.empty(),
        List.of(new Ordering(average, false, Words.NONE), new Ordering(text, true, Words.NONE)),
        Optional.of(1L));
  }

  private static Plan matches(Expression.ColumnUse status, Expression.ColumnUse id) {
    return Plans.select(
        "orders",
        Optional.of(
            new Predicate.AnyOf(
                List.of(
                    new Predicate.TextMatch(
                        status, TextMatchKind.CONTAINS, "50%", false, Words.NONE),
                    new Predicate.TextMatch(
                        status, TextMatchKind.STARTS_WITH, "A_", true, Words.NONE)))),
        id);
  }

  private static Plan topOfEach(
      Expression.ColumnUse status, Expression.ColumnUse date, Expression.ColumnUse id) {
    return new SelectPlan(
        List.of(new Output(status, "status"), new Output(id, "order_id")),
        false,
        List.of(Plans.table("orders")),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.of(
            new TopPerGroup(List.of(status), new Ordering(date, true, Words.NONE), 1, Words.NONE)),
        List.of(),
        Optional.empty());
  }
}
