package dev.alidade.export;

import dev.alidade.query.TextBytes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Turns text in UTF-8 into the encoding that was asked for, where it is another. */
final class EncodedText {
  private final TextEncoding encoding;
  private final CharsetEncoder encoder;

  /** Whether every character has a form in the encoding. */
  private final boolean isWhole;

  EncodedText(TextEncoding encoding) {
    this.encoding = encoding;
    isWhole = encoding.charset().name().startsWith("UTF");
    CodingErrorAction lost = isWhole ? CodingErrorAction.REPLACE : CodingErrorAction.REPORT;
    encoder = encoding.charset().newEncoder().onUnmappableCharacter(lost).onMalformedInput(lost);
  }

  Charset charset() {
    return encoding.charset();
  }

  /** What stands before the first character. */
  String mark() {
    return encoding.mark();
  }

  /**
   * The text; fails where half a pair would become a question mark in an encoding that has no such
   * character.
   */
  String checked(String text) throws CharacterCodingException {
    if (!isWhole) {
      StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
    }
    return text;
  }

  /** Writes the text, and forgets it. */
  void send(TextBytes text, OutputStream out) throws IOException {
    if (encoding.charset().equals(StandardCharsets.UTF_8)) {
      text.sendTo(out);
      return;
    }
    String characters = new String(text.array(), 0, text.size(), StandardCharsets.UTF_8);
    text.cut(0);
    ByteBuffer bytes = encoder.encode(CharBuffer.wrap(characters));
    out.write(bytes.array(), bytes.arrayOffset(), bytes.limit());
  }
}
