package dev.alidade.ask.exchange;

import dev.alidade.operation.Description;
import dev.alidade.sql.TypeKind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a planner elsewhere needs of a source to plan one question, and no more. */
public record Ground(
    @Description("Tables that the question may be about, the likeliest first") List<Table> tables,
    @Description("How their rows belong together") List<String> joins,
    @Description("Words of the question that are stored values") List<Value> values,
    @Description("Numbers that the business goes by; a plan uses them by name")
        List<Metric> metrics,
    @Description("Questions with the SQL that a person found right") List<Example> examples,
    @Description("Words of the question that name nothing in the source") List<String> unexplained,
    @Description("How many further tables the source has") int otherTables) {
  /** A table and why it is here. */
  public record Table(
      String name,
      Optional<String> why,
      Optional<String> comment,
      Optional<Long> rows,
      List<Column> columns,
      @Description("How many further columns it has") Optional<Integer> otherColumns) {
    public Table {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(why, "why");
      Objects.requireNonNull(comment, "comment");
      Objects.requireNonNull(rows, "rows");
      columns = List.copyOf(columns);
      Objects.requireNonNull(otherColumns, "otherColumns");
    }
  }

  /** A column and why it is here. */
  public record Column(
      String name,
      TypeKind type,
      Optional<Boolean> key,
      @Description("The words of the question that name it") Optional<String> why,
      Optional<String> comment,
      @Description("Some values that it holds") Optional<List<String>> examples) {
    public Column {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(key, "key");
      Objects.requireNonNull(why, "why");
      Objects.requireNonNull(comment, "comment");
      examples = examples.map(List::copyOf);
    }
  }

  /** A stored value that the question names. */
  public record Value(String words, String table, String column, String value) {
    public Value {
      Objects.requireNonNull(words, "words");
      Objects.requireNonNull(table, "table");
      Objects.requireNonNull(column, "column");
      Objects.requireNonNull(value, "value");
    }
  }

  /** A metric of the semantic model. */
  public record Metric(String name, Optional<String> description, List<String> tables) {
    public Metric {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(description, "description");
      tables = List.copyOf(tables);
    }
  }

  /** A question that was answered before. */
  public record Example(String question, String sql) {
    public Example {
      Objects.requireNonNull(question, "question");
      Objects.requireNonNull(sql, "sql");
    }
  }

  public Ground {
    tables = List.copyOf(tables);
    joins = List.copyOf(joins);
    values = List.copyOf(values);
    metrics = List.copyOf(metrics);
    examples = List.copyOf(examples);
    unexplained = List.copyOf(unexplained);
  }
}
