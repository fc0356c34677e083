package dev.alidade.operation;

import java.util.Objects;

/** A family of resources whose addresses follow a URI template (RFC 6570). */
public record ResourceTemplate(
    String uriTemplate, String name, String title, String description, String mediaType) {
  public ResourceTemplate {
    Objects.requireNonNull(uriTemplate, "uriTemplate");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(mediaType, "mediaType");
  }
}
