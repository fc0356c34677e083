package dev.alidade.audit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One record as it stands in a segment: a JSON object whose first member is its number and whose
 * last is its hash, which covers all before it.
 */
final class RecordLine {
  private static final byte[] HEAD = ascii("{\"sequence\":");
  private static final byte[] BEFORE_HASH = ascii(",\"hash\":\"");
  private static final byte[] END = ascii("\"}\n");
  private static final int HASH_LENGTH = 64;
  private static final int TAIL = BEFORE_HASH.length + HASH_LENGTH + END.length - 1;
  private static final Pattern SEQUENCE = Pattern.compile("\\{\"sequence\":([1-9][0-9]{0,17}),");
  private static final Pattern CLOSING = Pattern.compile(",\"hash\":\"([0-9a-f]{64})\"}");
  private static final int LONGEST_START = 40;

  private final long sequence;
  private final byte[] content;
  private final String hash;

  private RecordLine(long sequence, byte[] content, String hash) {
    this.sequence = sequence;
    this.content = content;
    this.hash = hash;
  }

  /** Takes a line without its end apart; empty where it is no record. */
  static Optional<RecordLine> read(byte[] line) {
    if (line.length <= TAIL) {
      return Optional.empty();
    }
    int length = line.length - TAIL;
    Matcher start = SEQUENCE.matcher(text(line, 0, Math.min(length, LONGEST_START)));
    Matcher closing = CLOSING.matcher(text(line, length, TAIL));
    if (!start.lookingAt() || !closing.matches()) {
      return Optional.empty();
    }
    byte[] content = Arrays.copyOf(line, length);
    return Optional.of(new RecordLine(Long.parseLong(start.group(1)), content, closing.group(1)));
  }

  /** Writes the record after {@code last} to {@code out}, and gives its place. */
  static Link write(ByteArrayOutputStream out, Link last, byte[] members, Seal seal) {
    long sequence = last.sequence() + 1;
    byte[] number = ascii(Long.toString(sequence));
    byte[] content = new byte[HEAD.length + number.length + 1 + members.length];
    System.arraycopy(HEAD, 0, content, 0, HEAD.length);
    System.arraycopy(number, 0, content, HEAD.length, number.length);
    content[HEAD.length + number.length] = ',';
    System.arraycopy(members, 0, content, content.length - members.length, members.length);
    String hash = seal.of(last.hash(), content, 0, content.length);
    out.writeBytes(content);
    out.writeBytes(BEFORE_HASH);
    out.writeBytes(ascii(hash));
    out.writeBytes(END);
    return new Link(sequence, hash);
  }

  /** The hash that it would have after {@code previous}. */
  String sealedAfter(String previous, Seal seal) {
    return seal.of(previous, content, 0, content.length);
  }

  long sequence() {
    return sequence;
  }

  String hash() {
    return hash;
  }

  /** Its place, as it says. */
  Link link() {
    return new Link(sequence, hash);
  }

  /** The record as JSON. */
  String json() {
    return new String(content, StandardCharsets.UTF_8) + ",\"hash\":\"" + hash + "\"}";
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String text(byte[] bytes, int offset, int length) {
    return new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
  }
}
