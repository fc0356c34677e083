package dev.alidade.edge.mcp.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** What came of a request. */
public sealed interface Outcome {
  /** Done. */
  record Complete(ObjectNode result) implements Outcome {
    public Complete {
      Objects.requireNonNull(result, "result");
    }
  }

  /**
   * The client must answer first; then the same handler is asked again, with the answers and the
   * state. The client has the state in its hands: it is sealed, not secret.
   *
   * @param requests what to ask the client, by a key of the server's choice: {@code method}, {@code
   *     params}
   */
  record InputRequired(Map<String, ObjectNode> requests, Optional<ObjectNode> state)
      implements Outcome {
    public InputRequired {
      requests = Collections.unmodifiableMap(new LinkedHashMap<>(requests));
      Objects.requireNonNull(state, "state");
      if (requests.isEmpty()) {
        throw new IllegalArgumentException("nothing is asked");
      }
    }
  }

  /**
   * Work that goes on after the request: a task for clients that know tasks; others wait for it,
   * unless that cannot be asked of them.
   */
  record Lasting(Function<Exchange, Outcome> work, boolean onlyAsTask) implements Outcome {
    public Lasting {
      Objects.requireNonNull(work, "work");
    }
  }

  /** Done, with this result. */
  static Outcome of(ObjectNode result) {
    return new Complete(result);
  }
}
