package dev.alidade.edge.http;

import dev.alidade.base.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** One file of the web pages as it is sent, packed once in each way that a client asks for. */
final class StaticFile {
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

  private final String mediaType;
  private final String tag;
  private final byte[] plain;
  private final boolean packable;
  private final Map<Encoding, byte[]> packed = new ConcurrentHashMap<>();

  private StaticFile(String mediaType, byte[] plain) {
    this.mediaType = mediaType;
    this.plain = plain;
    tag = tagOf(plain);
    packable = packed(Encoding.GZIP).length < plain.length * 9L / 10;
  }

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
    return new StaticFile(mediaType, plain);
  }

  String mediaType() {
    return mediaType;
  }

  String tag() {
    return tag;
  }

  /** Whether packing would gain anything: what is packed already stays as it is. */
  boolean isPackable() {
    return packable;
  }

  /** Whether it has been packed so. */
  boolean isReady(Encoding encoding) {
    return packed.containsKey(encoding);
  }

  byte[] packed(Encoding encoding) {
    return packed.computeIfAbsent(encoding, way -> way.thoroughly(plain));
  }

  private static String tagOf(byte[] plain) {
    return "\"" + HexFormat.of().formatHex(Sha256.of(plain), 0, 12) + "\"";
  }
}
