package dev.alidade.edge.mcp.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Something that a client may be able to do. */
public enum Capability {
  /** It has a person fill a form; that is what it means by saying no more of elicitation. */
  ELICITATION("elicitation", "/elicitation") {
    @Override
    boolean isIn(JsonNode capabilities) {
      JsonNode modes = capabilities.path("elicitation");
      return modes.isObject() && (modes.path("form").isObject() || !modes.has("url"));
    }
  },
  /** It sends a person to a page, and learns nothing of what is done there. */
  ELICITATION_BY_PAGE("elicitation by address", "/elicitation/url"),
  SAMPLING("sampling", "/sampling"),
  ROOTS("roots", "/roots"),
  TASKS("the extension " + Extension.TASKS, "/extensions/io.modelcontextprotocol~1tasks"),
  UI("the extension " + Extension.UI, "/extensions/io.modelcontextprotocol~1ui");

  private final String title;
  private final String pointer;

  Capability(String title, String pointer) {
    this.title = title;
    this.pointer = pointer;
  }

  String title() {
    return title;
  }

  boolean isIn(JsonNode capabilities) {
    return capabilities.at(pointer).isObject();
  }

  void write(ObjectNode capabilities) {
    capabilities.withObject(pointer);
  }
}
