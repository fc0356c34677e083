package dev.alidade.engine.postgres.gate;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The parse nodes that a statement may be made of, and what their fields hold. */
final class NodeRules {
  private static final Map<String, Map<String, Field>> NODES = read();

  private NodeRules() {}

  /** What a field holds. */
  sealed interface Field {
    /** Nodes, each wrapped in the name of its kind. */
    record Wrapped() implements Field {}

    /** A node of that kind. */
    record Plain(String kind) implements Field {}

    /** A word or number that names nothing that is read. */
    record Ignored() implements Field {}
  }

  /** The fields of a kind of node; empty if the kind is not allowed. */
  static Optional<Map<String, Field>> of(String kind) {
    return Optional.ofNullable(NODES.get(kind));
  }

  private static Map<String, Map<String, Field>> read() {
    Map<String, Map<String, Field>> nodes = new HashMap<>();
    for (String line : Resource.lines("nodes.txt")) {
      String[] words = line.split(" +", -1);
      Map<String, Field> fields = new HashMap<>();
      for (int index = 1; index < words.length; index++) {
        String word = words[index];
        int colon = word.indexOf(':');
        if (word.endsWith("=")) {
          fields.put(word.substring(0, word.length() - 1), new Field.Ignored());
        } else if (colon > 0) {
          fields.put(word.substring(0, colon), new Field.Plain(word.substring(colon + 1)));
        } else {
          fields.put(word, new Field.Wrapped());
        }
      }
      nodes.put(words[0], Map.copyOf(fields));
    }
    return Map.copyOf(nodes);
  }
}
