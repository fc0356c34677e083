package dev.alidade.insight;

import dev.alidade.operation.Description;
import java.util.Objects;
import java.util.Optional;

/** What {@code find_insights} takes: a table, a statement, or an answer of a conversation. */
public record FindInsightsInput(
    @Description("The source of the table or the statement") Optional<String> source,
    @Description("A table to look at") Optional<String> table,
    @Description("A SELECT whose result to look at") Optional<String> sql,
    @Description("A conversation whose answer to look at; \"last\" is the latest")
        Optional<String> conversation,
    @Description("The turn of the conversation; its last answer unless said") Optional<String> turn,
    @Description("How many insights at most, 1 to 20; 5 unless said") Optional<Integer> limit) {
  public FindInsightsInput {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(sql, "sql");
    Objects.requireNonNull(conversation, "conversation");
    Objects.requireNonNull(turn, "turn");
    Objects.requireNonNull(limit, "limit");
  }

  /** A whole table. */
  public static FindInsightsInput ofTable(String source, String table) {
    return new FindInsightsInput(
        Optional.of(source),
        Optional.of(table),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The result of a statement. */
  public static FindInsightsInput ofSql(String source, String sql) {
    return new FindInsightsInput(
        Optional.of(source),
        Optional.empty(),
        Optional.of(sql),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
