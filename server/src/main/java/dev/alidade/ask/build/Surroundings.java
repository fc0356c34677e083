package dev.alidade.ask.build;

import dev.alidade.ask.ground.Lattice;
import dev.alidade.ask.ground.Mention;
import dev.alidade.ask.ground.OperatorKind;
import dev.alidade.ask.text.Span;
import dev.alidade.sql.TableName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the rest of the question tells about a place in it. */
final class Surroundings {
  private static final double NAMED_WELL = 0.8;

  private final Lattice lattice;
  private final Map<TableName, Double> salience = new HashMap<>();
  private final List<Set<TableName>> next;
  private final List<Set<TableName>> previous;

  Surroundings(Lattice lattice) {
    this.lattice = lattice;
    int size = lattice.size();
    List<Set<TableName>> named = new java.util.ArrayList<>();
    for (int index = 0; index < size; index++) {
      named.add(new HashSet<>());
    }
    for (Mention mention : lattice.all()) {
      if (mention instanceof Mention.OfTable table) {
        salience.merge(table.table(), table.score(), Math::max);
        if (table.score() >= NAMED_WELL) {
          named.get(table.span().start()).add(table.table());
        }
      }
    }
    next = new java.util.ArrayList<>(named);
    previous = new java.util.ArrayList<>(named);
    Set<TableName> latest = Set.of();
    for (int index = size - 1; index >= 0; index--) {
      next.set(index, latest);
      latest = named.get(index).isEmpty() ? latest : named.get(index);
    }
    latest = Set.of();
    for (int index = 0; index < size; index++) {
      previous.set(index, latest);
      latest = named.get(index).isEmpty() ? latest : named.get(index);
    }
  }

  Lattice lattice() {
    return lattice;
  }

  /** How well some words name the table, 0 where none do. */
  double salience(TableName table) {
    return salience.getOrDefault(table, 0.0);
  }

  /** Whether the next table that is named after the token is this one. */
  boolean isNext(TableName table, int token) {
    return next.get(Math.min(token, next.size() - 1)).contains(table);
  }

  /** Whether the last table that is named before the token is this one. */
  boolean isPrevious(TableName table, int token) {
    return previous.get(Math.min(token, previous.size() - 1)).contains(table);
  }

  /** Whether the very words name a table well. */
  boolean names(Span span) {
    return lattice.startingAt(span.start()).stream()
        .anyMatch(
            mention ->
                mention instanceof Mention.OfTable table
                    && table.score() >= NAMED_WELL
                    && table.span().equals(span));
  }

  /** Whether an operator of this kind starts at the token. */
  boolean has(OperatorKind kind, int token) {
    return token < lattice.size()
        && lattice.startingAt(token).stream()
            .anyMatch(mention -> mention instanceof Mention.OfOperator op && op.kind() == kind);
  }
}
