package dev.alidade.ask.build;

import dev.alidade.ask.ground.Lattice;
import dev.alidade.ask.ground.Mention;
import dev.alidade.ask.ground.OperatorKind;
import dev.alidade.ask.text.Span;
import dev.alidade.ask.text.Token;
import dev.alidade.ask.text.TokenKind;
import dev.alidade.ask.text.Units;
import dev.alidade.engine.Column;
import dev.alidade.sql.TableName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the rest of the question tells about a place in it. */
final class Surroundings {
  private static final double NAMED_WELL = 0.8;
  private static final int FARTHEST_OWNER = 6;
  private static final Set<String> OF = Set.of("of", "for");
  private static final Set<String> ARTICLES =
      Set.of(
          "the",
          "all",
          "each",
          "every",
          "any",
          "a",
          "an",
          "these",
          "those",
          "this",
          "that",
          "our",
          "different",
          "distinct",
          "unique",
          "both");
  private static final Set<String> STOPS =
      Set.of(
          "that", "who", "whose", "which", "with", "in", "on", "at", "by", "from", "is", "are",
          "was", "were", "has", "have", "had", "do", "does", "did", "than", "where", "when", "to",
          "sorted", "ordered", "not", "or");

  private final Lattice lattice;
  private final JoinGraph graph;
  private final Map<TableName, Double> salience = new HashMap<>();
  private final List<Set<TableName>> next;
  private final List<Set<TableName>> previous;

  Surroundings(Lattice lattice, JoinGraph graph) {
    this.lattice = lattice;
    this.graph = graph;
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

  /** The one column that tells the rows of a table apart. */
  Optional<Column> key(TableName table) {
    List<Column> key = DisplayColumns.key(graph.table(table));
    return key.size() == 1 ? Optional.of(key.getFirst()) : Optional.empty();
  }

  /** What the numbers of a column count. */
  Optional<Units.Unit> unit(Target target) {
    return graph.columns().unit(target);
  }

  /** Whether a column was seen to be empty in some rows. */
  boolean lacks(Target target) {
    return graph.columns().lacks(target);
  }

  /** Whether each row of the table is known by its value of the column. */
  boolean names(Target target) {
    return graph.columns().names(target);
  }

  /** Whether the column holds texts that are no numbers. */
  boolean holdsWords(Target target) {
    return graph.columns().holdsWords(target);
  }

  /** Whether the column refers to rows of another table. */
  boolean refers(Target target) {
    return graph.isReference(target.table().toString(), target.column().name());
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

  /**
   * The tables that a phrase behind the words names as what they belong to: "names and ages of the
   * students". Empty where there is no such phrase.
   */
  Set<TableName> ownersAfter(Span span) {
    List<Token> tokens = lattice.question().tokens();
    int at = span.end();
    while (at < tokens.size() && at < span.end() + FARTHEST_OWNER && isListed(tokens.get(at))) {
      at++;
    }
    if (at >= tokens.size() || !OF.contains(tokens.get(at).lower())) {
      return Set.of();
    }
    do {
      at++;
    } while (at < tokens.size() && ARTICLES.contains(tokens.get(at).lower()));
    return at < tokens.size() ? namedAt(at) : Set.of();
  }

  /** The tables that the words just before name: "student names", "each student's name". */
  Set<TableName> ownersBefore(Span span) {
    Set<TableName> owners = new HashSet<>();
    List<Token> tokens = lattice.question().tokens();
    int end = span.start();
    if (end > 0 && (tokens.get(end - 1).is("'s") || tokens.get(end - 1).is("'"))) {
      end--;
    }
    for (int start = Math.max(0, end - 3); start < end; start++) {
      for (Mention mention : lattice.startingAt(start)) {
        if (mention instanceof Mention.OfTable table
            && table.span().end() == end
            && table.score() >= NAMED_WELL) {
          owners.add(table.table());
        }
      }
    }
    return owners;
  }

  private Set<TableName> namedAt(int token) {
    Set<TableName> named = new HashSet<>();
    for (Mention mention : lattice.startingAt(token)) {
      if (mention instanceof Mention.OfTable table && table.score() >= NAMED_WELL) {
        named.add(table.table());
      }
    }
    return named;
  }

  /** Whether the word may stand between a column and what it belongs to: one more of a list. */
  private boolean isListed(Token token) {
    return token.is("and")
        || token.is(",")
        || (token.kind() == TokenKind.WORD
            && !STOPS.contains(token.lower())
            && !OF.contains(token.lower()));
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
