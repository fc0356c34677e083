package dev.alidade.edge.mcp.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Resources of one kind. */
public interface ResourceSource {
  /** Those that the caller may read, as the protocol describes them, in a stable order. */
  List<ObjectNode> list(Exchange exchange);

  /** The families of addresses that {@link #read} understands, as the protocol describes them. */
  List<ObjectNode> templates();

  /** Whether an address is of a form that this source serves; says nothing of its existence. */
  boolean serves(String uri);

  /** What the address holds: {@code contents}. Fails as {@link ToolSource#call} does. */
  Outcome read(String uri, Exchange exchange);
}
