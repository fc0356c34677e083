package dev.alidade.sql;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Pieces of a text that are written otherwise; all places are those of the text before. */
public final class TextEdits {
  private final List<Edit> edits = new ArrayList<>();

  private record Edit(int start, int end, String text) {}

  /** Another text stands from {@code start} to {@code end}. */
  public void replace(int start, int end, String text) {
    edits.add(new Edit(start, end, text));
  }

  /** A text stands before {@code at}. */
  public void insert(int at, String text) {
    replace(at, at, text);
  }

  /**
   * The text as it is then.
   *
   * @throws AlidadeException SQL_DENIED where two edits overlap
   */
  public String apply(String text) {
    StringBuilder result = new StringBuilder();
    int done = 0;
    List<Edit> inOrder =
        edits.stream()
            .sorted(Comparator.comparingInt(Edit::start).thenComparingInt(Edit::end))
            .toList();
    for (Edit edit : inOrder) {
      if (edit.start() < done) {
        throw new AlidadeException(
            ErrorCode.SQL_DENIED,
            "The statement cannot be rewritten with certainty; write it more plainly");
      }
      result.append(text, done, edit.start()).append(edit.text());
      done = edit.end();
    }
    return result.append(text, done, text.length()).toString();
  }
}
