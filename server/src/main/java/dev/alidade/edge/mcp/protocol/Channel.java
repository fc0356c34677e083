package dev.alidade.edge.mcp.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.Cancellation;

/** The way back to the client of one request, before its response. */
public interface Channel {
  /** Tells the client something; it may be lost where the client reads too slowly. */
  void tell(ObjectNode notification);

  /**
   * Asks the client and waits for its result; only in sessions. Fails with a {@link
   * ProtocolException} if the client cannot be asked or answers with an error.
   */
  JsonNode ask(ObjectNode request, Cancellation cancellation);

  /** Closes the stream that carries the response; the client comes back for the rest of it. */
  void disconnect();

  /** Nobody listens. */
  Channel SILENT =
      new Channel() {
        @Override
        public void tell(ObjectNode notification) {}

        @Override
        public JsonNode ask(ObjectNode request, Cancellation cancellation) {
          throw ProtocolException.of(
              JsonRpc.INVALID_REQUEST, "The client cannot be asked on this request");
        }

        @Override
        public void disconnect() {}
      };
}
