package dev.alidade.export;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** How the characters of a text format become bytes. */
public enum TextEncoding {
  UTF_8(StandardCharsets.UTF_8, false),
  /** With the mark at the start by which Excel knows UTF-8. */
  UTF_8_BOM(StandardCharsets.UTF_8, true),
  UTF_16LE_BOM(StandardCharsets.UTF_16LE, true),
  ISO_8859_1(StandardCharsets.ISO_8859_1, false),
  WINDOWS_1252(Charset.forName("windows-1252"), false);

  private final Charset charset;
  private final boolean marked;

  TextEncoding(Charset charset, boolean marked) {
    this.charset = charset;
    this.marked = marked;
  }

  Charset charset() {
    return charset;
  }

  /** What stands before the first character. */
  String mark() {
    return marked ? "\uFEFF" : "";
  }
}
