package dev.alidade.operation;

import java.util.Objects;

/** What a resource holds, as text of a media type. */
public record ResourceContent(String uri, String mediaType, String text) {
  public ResourceContent {
    Objects.requireNonNull(uri, "uri");
    Objects.requireNonNull(mediaType, "mediaType");
    Objects.requireNonNull(text, "text");
  }
}
