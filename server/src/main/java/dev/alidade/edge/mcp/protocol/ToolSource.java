package dev.alidade.edge.mcp.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.Caller;
import dev.alidade.base.Scope;
import java.util.List;
import java.util.Optional;

/** Tools of one kind. */
public interface ToolSource {
  /** Those that are listed for whoever asks, as the protocol describes them, in a stable order. */
  List<ObjectNode> list(Exchange exchange);

  /**
   * Whether a tool of that name is one of these, listed or not; to a caller who may not know of it
   * there is none.
   */
  boolean has(String name, Caller caller);

  /** Whether calling it twice does no more than once, so that a restart may call it again. */
  default boolean isRepeatable(String name, ObjectNode arguments, Caller caller) {
    return false;
  }

  /**
   * The input schema of a tool that wants some of its parameters as headers too ({@code
   * x-mcp-header}); empty for all others.
   */
  default Optional<ObjectNode> mirrored(String name) {
    return Optional.empty();
  }

  /**
   * Calls it; what its caller can correct is a result that says so. Fails with an {@link
   * dev.alidade.base.AlidadeException} or a {@link ProtocolException}.
   */
  Outcome call(String name, ObjectNode arguments, Exchange exchange);

  /**
   * The scope that the caller's token lacks for a call of a tool which the caller's roles allow, so
   * that the client can get another token.
   */
  default Optional<Scope> missingScope(String name, ObjectNode arguments, Caller caller) {
    return Optional.empty();
  }
}
