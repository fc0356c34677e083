package dev.alidade.ask.exchange;

import dev.alidade.ask.ground.Mention;
import dev.alidade.ask.text.Question;
import dev.alidade.catalog.ColumnProfile;
import dev.alidade.catalog.SourceKnowledge;
import dev.alidade.engine.Column;
import dev.alidade.engine.Table;
import dev.alidade.sql.TableName;
import dev.alidade.sql.TypeKind;
import java.util.List;
import java.util.Optional;

/** Describes a table in few words, with what the question says of it. */
final class TableWriter {
  private static final int MOST_COLUMNS = 40;
  private static final int MOST_EXAMPLES = 3;
  private static final int LONGEST_EXAMPLE = 40;
  private static final int LONGEST_COMMENT = 160;

  private final SourceKnowledge knowledge;
  private final Question question;
  private final List<Mention> mentions;
  private final boolean withValues;

  TableWriter(
      SourceKnowledge knowledge, Question question, List<Mention> mentions, boolean withValues) {
    this.knowledge = knowledge;
    this.question = question;
    this.mentions = mentions;
    this.withValues = withValues;
  }

  Ground.Table write(Table table) {
    List<Column> shown = shown(table);
    int others = table.columns().size() - shown.size();
    return new Ground.Table(
        table.name().toString(),
        why(table.name()),
        table.comment().filter(text -> !text.isBlank()).map(TableWriter::brief),
        withValues ? table.rows() : Optional.empty(),
        shown.stream().map(column -> column(table, column)).toList(),
        others == 0 ? Optional.empty() : Optional.of(others));
  }

  /** All of a narrow table; of a wide one keys and what the question names first. */
  private List<Column> shown(Table table) {
    if (table.columns().size() <= MOST_COLUMNS) {
      return table.columns();
    }
    List<Column> first =
        table.columns().stream()
            .filter(column -> isKey(table, column) || why(table.name(), column).isPresent())
            .toList();
    List<Column> rest =
        table.columns().stream()
            .filter(column -> !first.contains(column))
            .limit(Math.max(0, MOST_COLUMNS - first.size()))
            .toList();
    return table.columns().stream()
        .filter(column -> first.contains(column) || rest.contains(column))
        .toList();
  }

  private Ground.Column column(Table table, Column column) {
    Optional<List<String>> examples =
        withValues && column.type().kind() == TypeKind.TEXT
            ? knowledge.profile(table.name(), column.name()).map(TableWriter::examples)
            : Optional.empty();
    return new Ground.Column(
        column.name(),
        column.type().kind(),
        isKey(table, column) ? Optional.of(true) : Optional.empty(),
        why(table.name(), column),
        column.comment().filter(text -> !text.isBlank()).map(TableWriter::brief),
        examples.filter(some -> !some.isEmpty()));
  }

  private static List<String> examples(ColumnProfile profile) {
    return profile.examples().stream()
        .filter(value -> value.length() <= LONGEST_EXAMPLE)
        .limit(MOST_EXAMPLES)
        .toList();
  }

  private static boolean isKey(Table table, Column column) {
    return table.primaryKey().contains(column.name());
  }

  private Optional<String> why(TableName table) {
    return mentions.stream()
        .filter(mention -> mention instanceof Mention.OfTable named && named.table().equals(table))
        .map(mention -> question.written(mention.span()))
        .findFirst();
  }

  private Optional<String> why(TableName table, Column column) {
    return mentions.stream()
        .filter(
            mention ->
                mention instanceof Mention.OfColumn named
                    && named.table().equals(table)
                    && named.column().equals(column))
        .map(mention -> question.written(mention.span()))
        .findFirst();
  }

  /** What somebody wrote about data, on one line and no longer than needed. */
  static String brief(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= LONGEST_COMMENT ? line : line.substring(0, LONGEST_COMMENT) + "...";
  }
}
