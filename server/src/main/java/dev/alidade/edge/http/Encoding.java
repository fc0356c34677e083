package dev.alidade.edge.http;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import com.github.luben.zstd.util.Native;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * How a body is packed, as a client and this server agree. Nobody learns a secret from the length
 * of an answer: no page of another origin can make a visitor's browser ask for one (see {@link
 * Guard}), and what holds a key or a token is too short to be packed, or a header.
 */
enum Encoding {
  ZSTD("zstd", 1, 12),
  GZIP("gzip", 1, 6),
  PLAIN("identity", 0, 0);

  // Below this, packing costs more than it saves.
  private static final int SMALLEST_PACKED = 4 * 1024;
  private static final int BUFFER = 8 * 1024;

  // In the order in which they are chosen where the client likes them alike.
  private static final List<String> OFFERED = List.of("zstd", "gzip", "identity");
  private static final List<String> OFFERED_WITHOUT_LIBRARY = List.of("gzip", "identity");

  private final String token;
  private final int quick;
  private final int thorough;

  Encoding(String token, int quick, int thorough) {
    this.token = token;
    this.quick = quick;
    this.thorough = thorough;
  }

  /** The library is native: it is loaded when the first client asks for it, or is not there. */
  private static final class Library {
    private static final boolean THERE = isThere();

    private static boolean isThere() {
      try {
        Native.load();
        return Native.isLoaded();
      } catch (LinkageError | RuntimeException missing) {
        return false;
      }
    }
  }

  /** What the client likes best of what this server can. */
  static Encoding chosen(HttpServerRequest request) {
    String header = request.getHeader("Accept-Encoding");
    if (header == null) {
      return PLAIN;
    }
    List<String> offered =
        header.toLowerCase(Locale.ROOT).contains(ZSTD.token) && Library.THERE
            ? OFFERED
            : OFFERED_WITHOUT_LIBRARY;
    String best = Negotiation.best(header, offered);
    return Stream.of(ZSTD, GZIP)
        .filter(encoding -> encoding.token.equals(best))
        .findFirst()
        .orElse(PLAIN);
  }

  /** The same for a body of that length. */
  static Encoding chosen(HttpServerRequest request, int length) {
    return length < SMALLEST_PACKED ? PLAIN : chosen(request);
  }

  /** The same for a stream of that kind; what is packed already is not packed again. */
  static Encoding chosen(HttpServerRequest request, String mediaType) {
    boolean isPlain =
        mediaType.startsWith("text/")
            || mediaType.contains("json")
            || mediaType.contains("xml")
            || mediaType.contains("arrow");
    return isPlain ? chosen(request) : PLAIN;
  }

  /** Names itself in the head of the answer. */
  void name(HttpServerResponse response) {
    response.putHeader("Vary", "Accept-Encoding");
    if (this != PLAIN) {
      response.putHeader("Content-Encoding", token);
    }
  }

  /** A body that is made once for one client. */
  byte[] quickly(byte[] plain) {
    return packed(plain, quick);
  }

  /** A body that is kept for many. */
  byte[] thoroughly(byte[] plain) {
    return packed(plain, thorough);
  }

  /** Packs what is written, into {@code out}. */
  OutputStream over(OutputStream out) throws IOException {
    return over(out, quick);
  }

  private byte[] packed(byte[] plain, int level) {
    if (this == PLAIN) {
      return plain;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 4 + 64);
    try (OutputStream out = over(bytes, level)) {
      out.write(plain);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return bytes.toByteArray();
  }

  private OutputStream over(OutputStream out, int level) throws IOException {
    return switch (this) {
      case ZSTD -> new ZstdOutputStreamNoFinalizer(out, level);
      case GZIP -> new LeveledGzip(out, level);
      case PLAIN -> out;
    };
  }

  private static final class LeveledGzip extends GZIPOutputStream {
    LeveledGzip(OutputStream out, int level) throws IOException {
      super(out, BUFFER);
      def.setLevel(level);
    }
  }
}
