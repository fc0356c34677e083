package dev.alidade.operation;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

/**
 * A file that an operation made.
 *
 * @param content in base64
 */
public record OutputFile(
    @Description("What to call it") String name,
    String mediaType,
    @Description("In base64") String content) {
  public OutputFile {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(mediaType, "mediaType");
    Objects.requireNonNull(content, "content");
  }

  /** A file of bytes. */
  public static OutputFile of(String name, String mediaType, byte[] content) {
    return new OutputFile(name, mediaType, Base64.getEncoder().encodeToString(content));
  }

  /** A file of text. */
  public static OutputFile of(String name, String mediaType, String content) {
    return of(name, mediaType, content.getBytes(StandardCharsets.UTF_8));
  }

  /** What it holds. */
  public byte[] bytes() {
    return Base64.getDecoder().decode(content);
  }
}
