package dev.alidade.edge.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.edge.mcp.protocol.Extension;
import dev.alidade.edge.mcp.protocol.JsonRpc;
import dev.alidade.edge.mcp.protocol.Revision;
import java.util.Objects;

/**
 * What a server says of itself.
 *
 * @param version of the product
 * @param instructions what a model should know before its first call, in a few sentences
 */
public record Introduction(String version, String instructions) {
  static final String SERVER_INFO = "io.modelcontextprotocol/serverInfo";

  public Introduction {
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(instructions, "instructions");
  }

  /** The result of {@code initialize}. */
  ObjectNode initialize(Revision revision, Offer offer) {
    ObjectNode result = JsonRpc.object().put("protocolVersion", revision.date());
    result.set("capabilities", capabilities(offer));
    result.set("serverInfo", serverInfo());
    return result.put("instructions", instructions);
  }

  /** The result of {@code server/discover}. */
  ObjectNode discover(Offer offer) {
    ObjectNode result = JsonRpc.object();
    Revision.dates().forEach(result.putArray("supportedVersions")::add);
    result.set("capabilities", capabilities(offer));
    return result.put("instructions", instructions);
  }

  ObjectNode serverInfo() {
    return JsonRpc.object().put("name", "alidade").put("title", "Alidade").put("version", version);
  }

  private static ObjectNode capabilities(Offer offer) {
    ObjectNode capabilities = JsonRpc.object();
    capabilities.putObject("tools").put("listChanged", true);
    if (!offer.resources().isEmpty()) {
      capabilities.putObject("resources").put("subscribe", true).put("listChanged", true);
    }
    if (!offer.prompts().isEmpty()) {
      capabilities.putObject("prompts").put("listChanged", true);
    }
    capabilities.putObject("completions");
    capabilities.putObject("logging");
    ObjectNode extensions = capabilities.putObject("extensions");
    extensions.putObject(Extension.TASKS);
    extensions.putObject(Extension.UI).putArray("mimeTypes").add("text/html;profile=mcp-app");
    return capabilities;
  }
}
