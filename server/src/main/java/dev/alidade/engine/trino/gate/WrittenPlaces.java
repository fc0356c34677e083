package dev.alidade.engine.trino.gate;

import dev.alidade.base.Location;
import io.trino.sql.parser.ParsingException;
import io.trino.sql.tree.Node;
import io.trino.sql.tree.NodeLocation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds where in the text that a caller wrote something is that Trino points at in the printed one:
 * both read as the same tree, so the same node of the other tree has the place.
 */
public final class WrittenPlaces {
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private WrittenPlaces() {}

  /** The place in {@code written} of what is at a line and column of {@code printed}. */
  public static Optional<Location> of(String written, String printed, int line, int column) {
    if (written.equals(printed)) {
      return Optional.of(TextPlace.of(written, line, column));
    }
    return BoundedStack.run(LONGEST, deadline -> find(written, printed, line, column, deadline))
        .flatMap(place -> place);
  }

  private static Optional<Location> find(
      String written, String printed, int line, int column, long deadline) {
    TrinoGrammar grammar = new TrinoGrammar(deadline);
    List<Node> ours;
    List<Node> theirs;
    try {
      ours = nodes(grammar.parse(Markers.statement(written)));
      theirs = nodes(grammar.parse(printed));
    } catch (ParsingException notTheSame) {
      return Optional.empty();
    }
    if (ours.size() != theirs.size()) {
      return Optional.empty();
    }
    // Of the nodes that begin there the innermost is what is meant.
    for (int index = theirs.size() - 1; index >= 0; index--) {
      if (isAt(theirs.get(index), line, column)) {
        return ours.get(index)
            .getLocation()
            .map(at -> TextPlace.of(written, at.getLineNumber(), at.getColumnNumber()));
      }
    }
    return Optional.empty();
  }

  private static boolean isAt(Node node, int line, int column) {
    return node.getLocation()
        .filter(at -> at.getLineNumber() == line && at.getColumnNumber() == column)
        .map(NodeLocation::getLineNumber)
        .isPresent();
  }

  private static List<Node> nodes(Node root) {
    List<Node> nodes = new ArrayList<>();
    collect(root, nodes);
    return nodes;
  }

  private static void collect(Node node, List<Node> nodes) {
    nodes.add(node);
    node.getChildren().forEach(child -> collect(child, nodes));
  }
}
