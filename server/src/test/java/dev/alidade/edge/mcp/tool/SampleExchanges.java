package dev.alidade.edge.mcp.tool;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.Caller;
import dev.alidade.base.Cancellation;
import dev.alidade.edge.mcp.protocol.Channel;
import dev.alidade.edge.mcp.protocol.Client;
import dev.alidade.edge.mcp.protocol.Exchange;
import dev.alidade.edge.mcp.protocol.Incoming;
import dev.alidade.edge.mcp.protocol.JsonRpc;
import dev.alidade.edge.mcp.protocol.Revision;
import dev.alidade.operation.Credential;
import dev.alidade.operation.Entrance;
import dev.alidade.operation.Visit;
import java.util.Optional;

/** Requests as a client would send them. */
public final class SampleExchanges {
  private SampleExchanges() {}

  /** A request of a client that can do nothing but ask. */
  public static Exchange of(Caller caller, String method) {
    return of(caller, method, JsonRpc.object(), JsonRpc.object());
  }

  /** A request with parameters of a client with capabilities. */
  public static Exchange of(
      Caller caller, String method, ObjectNode params, ObjectNode capabilities) {
    Credential credential = new Credential.None(Entrance.here("mcp"));
    return new Exchange(
        new Visit(caller.through("mcp"), credential),
        new Client(Revision.R2026_07_28, capabilities, Optional.empty()),
        new Incoming.Request(IntNode.valueOf(1), method, params),
        Cancellation.never(),
        Channel.SILENT);
  }
}
