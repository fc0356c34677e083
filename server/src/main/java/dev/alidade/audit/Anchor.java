package dev.alidade.audit;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a chain ends, kept apart from it, so that a cut end is found. Two lines of one length are
 * written in turns: the one that a kill interrupts is not the only one.
 */
final class Anchor implements Closeable {
  private static final int DIGITS = 20;
  private static final int LENGTH = DIGITS + 1 + 64 + 1 + 64 + 1;

  private final RandomAccessFile file;
  private final Seal seal;
  private final String chain;
  private int turn;

  private Anchor(RandomAccessFile file, Seal seal, String chain) {
    this.file = file;
    this.seal = seal;
    this.chain = chain;
  }

  /** Opens the anchor of a chain, makes it if there is none. */
  static Anchor open(Path path, Seal seal) throws IOException {
    PrivateFiles.createFolder(path.getParent());
    PrivateFiles.createFile(path);
    return new Anchor(
        new RandomAccessFile(path.toFile(), "rw"), seal, path.getFileName().toString());
  }

  /** What the anchor of a chain says; empty where there is none that the key made. */
  static Optional<Link> read(Path path, Seal seal) throws IOException {
    if (!Files.isRegularFile(path)) {
      return Optional.empty();
    }
    String chain = path.getFileName().toString();
    String text = Files.readString(path, StandardCharsets.ISO_8859_1);
    return Stream.of(0, LENGTH)
        .filter(start -> text.length() >= start + LENGTH)
        .flatMap(start -> parse(text.substring(start, start + LENGTH), chain, seal).stream())
        .max(Comparator.comparingLong(Link::sequence));
  }

  void write(Link end) throws IOException {
    String mark = markOf(chain, end, seal);
    String number = Long.toString(end.sequence());
    String zeros = "0".repeat(DIGITS - number.length());
    byte[] line =
        (zeros + number + " " + end.hash() + " " + mark + "\n").getBytes(StandardCharsets.US_ASCII);
    file.seek((long) turn * LENGTH);
    file.write(line);
    turn = 1 - turn;
  }

  void sync() throws IOException {
    file.getFD().sync();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private static Optional<Link> parse(String line, String chain, Seal seal) {
    List<String> words = List.of(line.strip().split(" ", -1));
    if (words.size() != 3 || !words.get(0).matches("[0-9]{20}") || words.get(1).length() != 64) {
      return Optional.empty();
    }
    Link link = new Link(Long.parseLong(words.get(0)), words.get(1));
    return words.get(2).equals(markOf(chain, link, seal)) ? Optional.of(link) : Optional.empty();
  }

  private static String markOf(String chain, Link link, Seal seal) {
    return seal.of("anchor " + chain + " " + link.sequence() + " " + link.hash());
  }
}
