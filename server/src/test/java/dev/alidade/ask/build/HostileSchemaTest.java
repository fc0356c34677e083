package dev.alidade.ask.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.ask.plan.Candidate;
import dev.alidade.ask.plan.Domain;
import dev.alidade.ask.text.Tokenizer;
import dev.alidade.catalog.SourceKnowledge;
import dev.alidade.engine.CatalogSnapshot;
import dev.alidade.engine.Column;
import dev.alidade.engine.ForeignKey;
import dev.alidade.engine.Table;
import dev.alidade.engine.TableKind;
import dev.alidade.sql.DataType;
import dev.alidade.sql.TableName;
import dev.alidade.sql.TypeKind;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A source of 5,000 tables and 60,000 columns whose names are meant to cause trouble. */
@Tag("alone")
class HostileSchemaTest {
  private static final int TABLES = 5_000;
  private static final List<String> SUBJECTS =
      List.of("order", "select", "group by", "Kunden Größe", "🦊 foxes", "user\"s", "a.b", "table");
  private static final List<String> DETAILS =
      List.of(
          "id",
          "name",
          "NAME ",
          "amount",
          "from",
          "order date",
          "🦊",
          "group",
          "status",
          "x.y",
          "parent_id",
          "comment--");

  private static SourceKnowledge knowledge;
  private static BuiltInPlanner planner;

  @BeforeAll
  static void prepare() {
    List<Table> tables = new ArrayList<>();
    List<ForeignKey> keys = new ArrayList<>();
    for (int number = 0; number < TABLES; number++) {
      TableName name = TableName.of(SUBJECTS.get(number % SUBJECTS.size()) + " " + number);
      tables.add(table(name, DETAILS));
      if (number > 0) {
        keys.add(
            new ForeignKey(
                name, List.of("parent_id"), tables.get(number / 2).name(), List.of("id"), false));
      }
    }
    tables.add(table(TableName.of("invoices"), List.of("id", "customer_id", "amount", "city")));
    tables.add(table(TableName.of("customers"), List.of("id", "name", "city")));
    keys.add(
        new ForeignKey(
            TableName.of("invoices"),
            List.of("customer_id"),
            TableName.of("customers"),
            List.of("id"),
            false));
    knowledge =
        new SourceKnowledge(
            "hostile", new CatalogSnapshot(tables, keys), Map.of(), words -> List.of());
    planner = new BuiltInPlanner(Weights.builtIn(), Clock.systemUTC());
    plan("How many invoices are there?");
  }

  @Test
  void aQuestionIsPlannedInUnderASecond() {
    List<String> questions =
        List.of(
            "How many invoices does each customer have?",
            "What is the name of the customer with the highest amount?",
            "Show the status and name of every order with an amount over 5 sorted by id",
            "Which 🦊 foxes have a comment?");
    questions.forEach(HostileSchemaTest::plan);
    for (String question : questions) {
      long start = System.nanoTime();
      plan(question);
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .describedAs(question)
          .isLessThan(Duration.ofSeconds(1));
    }
  }

  @Test
  void theOneTableThatIsMeantIsFoundAmongAll() {
    assertThat(plan("How many invoices are there?").getFirst().plan().toString())
        .contains("invoices");
  }

  private static List<Candidate> plan(String question) {
    return planner.plan(new Tokenizer().read(question), Domain.of(knowledge));
  }

  private static Table table(TableName name, List<String> columns) {
    return new Table(
        name,
        TableKind.TABLE,
        columns.stream().map(HostileSchemaTest::column).toList(),
        List.of("id"),
        Optional.empty(),
        Optional.empty());
  }

  private static Column column(String name) {
    TypeKind kind = name.equals("amount") || name.endsWith("id") ? TypeKind.INTEGER : TypeKind.TEXT;
    return new Column(name, new DataType(kind, kind.name()), true, Optional.empty());
  }
}
