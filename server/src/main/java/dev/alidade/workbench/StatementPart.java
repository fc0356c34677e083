package dev.alidade.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A part of a statement that is a statement too.
 *
 * @param with the queries that WITH names for it, as ranges of the text
 * @param body what it reads, as a range of the text
 * @param isQuery whether the body is a query; otherwise it is what follows FROM
 * @param at where its own words begin
 */
record StatementPart(
    PartKind kind,
    String label,
    boolean recursive,
    List<Range> with,
    Range body,
    boolean isQuery,
    int depth,
    int at) {
  /** The characters of a text from one place up to another. */
  record Range(int from, int to) {
    String of(String text) {
      return text.substring(from, to);
    }
  }

  StatementPart {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(label, "label");
    with = List.copyOf(with);
    Objects.requireNonNull(body, "body");
  }

  /** The statement that gives its rows. */
  String rows(String text) {
    return named(text) + (isQuery ? body.of(text) : "SELECT * FROM " + body.of(text));
  }

  /** The statement that counts them. */
  String count(String text) {
    return named(text)
        + (isQuery
            ? "SELECT count(*) AS row_count FROM (" + body.of(text) + "\n) AS counted"
            : "SELECT count(*) AS row_count FROM " + body.of(text));
  }

  /** The places of the text that its statements hold, in order. */
  List<Range> ranges() {
    List<Range> ranges = new ArrayList<>(with);
    ranges.add(body);
    return ranges;
  }

  private String named(String text) {
    if (with.isEmpty()) {
      return "";
    }
    List<String> queries = with.stream().map(range -> range.of(text)).toList();
    return (recursive ? "WITH RECURSIVE " : "WITH ") + String.join(",\n", queries) + "\n";
  }
}
