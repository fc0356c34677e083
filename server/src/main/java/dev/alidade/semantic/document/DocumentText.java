package dev.alidade.semantic.document;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * A text and where it stands: at the top, or as a value within another text, whose lines then
 * count.
 */
final class DocumentText {
  private final List<String> lines;
  private final int firstLine;
  private final int firstColumn;
  private final int indent;
  private final Problems problems;

  private DocumentText(String text, int firstLine, int firstColumn, int indent, Problems problems) {
    this.lines = text.lines().toList();
    this.firstLine = firstLine;
    this.firstColumn = firstColumn;
    this.indent = indent;
    this.problems = problems;
  }

  /** The first value of a text; empty where it says nothing or is no YAML, which is a problem. */
  static Optional<DocumentNode> read(String text, Problems problems) {
    return new DocumentText(text, 1, 1, 0, problems).compose(text);
  }

  /** The first value of the YAML or JSON that a value of this text holds. */
  Optional<DocumentNode> within(ScalarNode scalar) {
    int line = lineOf(scalar, 0);
    DocumentText inner =
        new DocumentText(scalar.getValue(), line, columnOf(scalar, 0), indentOf(scalar), problems);
    return inner.compose(scalar.getValue());
  }

  private Optional<DocumentNode> compose(String text) {
    try {
      Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
      return Optional.ofNullable(root).map(node -> new DocumentNode(node, this));
    } catch (MarkedYAMLException malformed) {
      Mark mark = malformed.getProblemMark();
      String message =
          "this is not YAML: %s; check indentation and quotes".formatted(malformed.getProblem());
      problems.add(mark == null ? firstLine : line(mark), mark == null ? 1 : column(mark), message);
    } catch (YAMLException malformed) {
      problems.add(
          firstLine,
          firstColumn,
          "this is not YAML that can be read; check for control characters");
    }
    return Optional.empty();
  }

  void problem(Node node, String message) {
    problems.add(line(node.getStartMark()), column(node.getStartMark()), message);
  }

  /** Notes that a character of a value is wrong. */
  void problem(ScalarNode scalar, int offset, String message) {
    problems.add(lineOf(scalar, offset), columnOf(scalar, offset), message);
  }

  int line(Mark mark) {
    return firstLine + mark.getLine();
  }

  int column(Mark mark) {
    return mark.getLine() == 0 ? firstColumn + mark.getColumn() : indent + mark.getColumn() + 1;
  }

  private int lineOf(ScalarNode scalar, int offset) {
    int start = line(scalar.getStartMark());
    return isBlock(scalar) ? start + 1 + newlines(scalar, offset) : start;
  }

  private int columnOf(ScalarNode scalar, int offset) {
    if (isBlock(scalar)) {
      int newline = scalar.getValue().lastIndexOf('\n', Math.max(0, offset - 1));
      int inLine = offset - (offset == 0 ? 0 : newline + 1);
      return indentOf(scalar) + inLine + 1;
    }
    int start = column(scalar.getStartMark());
    boolean oneLine = scalar.getStartMark().getLine() == scalar.getEndMark().getLine();
    int quote = scalar.getScalarStyle() == ScalarStyle.PLAIN ? 0 : 1;
    return oneLine ? start + quote + offset : start;
  }

  /** A folded text has lost its line breaks; its first line is the best that is known. */
  private static int newlines(ScalarNode scalar, int offset) {
    if (scalar.getScalarStyle() == ScalarStyle.FOLDED) {
      return 0;
    }
    return (int) scalar.getValue().substring(0, offset).chars().filter(c -> c == '\n').count();
  }

  private int indentOf(ScalarNode scalar) {
    int line = scalar.getStartMark().getLine() + 1;
    if (!isBlock(scalar) || line >= lines.size()) {
      return 0;
    }
    String text = lines.get(line);
    return indent + text.length() - text.stripLeading().length();
  }

  private static boolean isBlock(ScalarNode scalar) {
    return switch (scalar.getScalarStyle()) {
      case LITERAL, FOLDED -> true;
      case PLAIN, SINGLE_QUOTED, DOUBLE_QUOTED, JSON_SCALAR_STYLE -> false;
    };
  }
}
