package dev.alidade.ask.text;

/** Neighboring tokens of a question: from {@code start} up to, not including, {@code end}. */
public record Span(int start, int end) implements Comparable<Span> {
  public Span {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("a span holds at least one token: " + start + "-" + end);
    }
  }

  /** How many tokens. */
  public int length() {
    return end - start;
  }

  /** Whether both hold a token in common. */
  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  @Override
  public int compareTo(Span other) {
    int byStart = Integer.compare(start, other.start);
    return byStart != 0 ? byStart : Integer.compare(end, other.end);
  }
}
