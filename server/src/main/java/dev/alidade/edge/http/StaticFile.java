package dev.alidade.edge.http;

import dev.alidade.base.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;

/**
 * One file of the web pages as it is sent.
 *
 * @param compressed empty where compressing gains nothing
 */
@SuppressWarnings("ArrayRecordComponent") // Identity is never asked for; the bytes are shared.
record StaticFile(String mediaType, String tag, byte[] plain, Optional<byte[]> compressed) {
  private static final String ROOT = "META-INF/resources";
  private static final Map<String, String> MEDIA_TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("mjs", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("map", "application/json"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("webp", "image/webp"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("woff", "font/woff"),
          Map.entry("wasm", "application/wasm"));

  /** Reads a file from the class path; only the kinds of file that pages are made of. */
  static Optional<StaticFile> load(String path) {
    String extension = path.substring(path.lastIndexOf('.') + 1);
    String mediaType = MEDIA_TYPES.get(extension);
    if (mediaType == null || path.contains("..") || path.contains("//") || path.contains("\\")) {
      return Optional.empty();
    }
    try (InputStream in = StaticFile.class.getClassLoader().getResourceAsStream(ROOT + path)) {
      return in == null ? Optional.empty() : Optional.of(of(mediaType, in.readAllBytes()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static StaticFile of(String mediaType, byte[] plain) {
    byte[] compressed = Answers.compressed(plain, Deflater.DEFAULT_COMPRESSION);
    return new StaticFile(
        mediaType,
        tagOf(plain),
        plain,
        compressed.length < plain.length * 9L / 10 ? Optional.of(compressed) : Optional.empty());
  }

  private static String tagOf(byte[] plain) {
    return "\"" + HexFormat.of().formatHex(Sha256.of(plain), 0, 12) + "\"";
  }
}
