package dev.alidade.edge.install;

import java.util.List;
import java.util.Map;

/** A server as a client is told of it. */
sealed interface ServerEntry {
  /** The client starts it and speaks over its standard input and output. */
  record Program(String command, List<String> arguments, Map<String, String> environment)
      implements ServerEntry {
    public Program {
      arguments = List.copyOf(arguments);
      environment = Map.copyOf(environment);
    }
  }

  /** It runs already, at this address. */
  record Remote(String url) implements ServerEntry {}
}
