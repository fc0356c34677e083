package dev.alidade.ask.build;

import dev.alidade.ask.ground.Grounder;
import dev.alidade.ask.ground.Lattice;
import dev.alidade.ask.ground.Lexicon;
import dev.alidade.ask.plan.Domain;
import dev.alidade.ask.plan.Expression;
import dev.alidade.ask.plan.Output;
import dev.alidade.ask.text.Question;
import dev.alidade.catalog.SourceKnowledge;
import dev.alidade.engine.Column;
import dev.alidade.engine.Table;
import dev.alidade.sql.TableName;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What changing a plan needs to know of a source: its words, its names, the ways between tables.
 */
public final class SourceMap {
  private final SourceKnowledge knowledge;
  private final Grounder grounder;
  private final JoinGraph graph;
  private final LocalDate latest;

  /** The map of a source; relative dates count from the clock, or from the last day of the data. */
  public SourceMap(Domain domain, Clock clock) {
    this.knowledge = domain.knowledge();
    this.grounder = new Grounder(domain, Lexicon.english());
    this.graph = new JoinGraph(domain);
    this.latest = LatestDay.of(knowledge, clock);
  }

  /**
   * One step from a table to another.
   *
   * @param toMany whether one row of {@code from} may meet several of {@code to}
   */
  public record Step(
      TableName from,
      List<String> fromColumns,
      TableName to,
      List<String> toColumns,
      boolean toMany) {
    public Step {
      fromColumns = List.copyOf(fromColumns);
      toColumns = List.copyOf(toColumns);
    }
  }

  /** What is known of the source. */
  public SourceKnowledge knowledge() {
    return knowledge;
  }

  /** The day from which relative dates count. */
  public LocalDate today() {
    return latest;
  }

  /** All that the words of a question may stand for. */
  public Lattice lattice(Question question) {
    return grounder.ground(question, latest);
  }

  /** The cheapest way from any of these tables; empty where there is none. */
  public Optional<List<Step>> way(Set<TableName> from, TableName target) {
    return graph
        .way(from, target)
        .map(
            edges ->
                edges.stream()
                    .map(
                        edge ->
                            new Step(
                                edge.from(),
                                edge.fromColumns(),
                                edge.to(),
                                edge.toColumns(),
                                edge.toMany()))
                    .toList());
  }

  /** The table of that name. */
  public Optional<Table> table(TableName name) {
    return Optional.ofNullable(graph.table(name));
  }

  /** The dated table whose row each row of this one belongs to; none where it has dates itself. */
  public Set<TableName> datedOwner(TableName table) {
    return graph.isDated(table) ? Set.of() : graph.datedOwner(table);
  }

  /** The columns that name the rows of a table for people. */
  public List<Column> display(Table table) {
    return graph.columns().display(table);
  }

  /** The columns that tell the rows of a table apart. */
  public List<Column> key(Table table) {
    return DisplayColumns.key(table);
  }

  /** Whether the column tells rows apart or refers to those of another table. */
  public boolean isKey(TableName table, Column column) {
    return graph.isKey(table.toString(), column.name());
  }

  /** An expression as a column of an answer. */
  public static Output shown(Expression expression) {
    return Expressions.shown(expression);
  }

  /** The aliases of the tables that an expression reads. */
  public static Set<String> aliases(Expression expression) {
    return Tables.of(expression);
  }

  /** Whether both have the same value, whatever words say them. */
  public static boolean isSame(Expression one, Expression other) {
    return Expressions.isSame(one, other);
  }
}
