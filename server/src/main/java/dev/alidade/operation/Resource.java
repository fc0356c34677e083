package dev.alidade.operation;

import java.util.Objects;

/** Something that can be read by its address, as a list of them shows it. */
public record Resource(
    String uri, String name, String title, String description, String mediaType) {
  public Resource {
    Objects.requireNonNull(uri, "uri");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(mediaType, "mediaType");
  }
}
