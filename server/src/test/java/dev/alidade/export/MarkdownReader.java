package dev.alidade.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Document;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** What commonmark-java reads in a table, as GitHub does. */
final class MarkdownReader extends AbstractVisitor {
  private final List<List<String>> rows = new ArrayList<>();
  private StringBuilder cell = new StringBuilder();

  /** The rows, the header first; fails where anything but text and line ends stands in a cell. */
  static List<List<String>> rows(Path file) throws IOException {
    Node document =
        Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .build()
            .parse(Files.readString(file));
    MarkdownReader reader = new MarkdownReader();
    document.accept(reader);
    return reader.rows;
  }

  @Override
  public void visit(CustomNode node) {
    if (node instanceof TableRow) {
      rows.add(new ArrayList<>());
    }
    cell = new StringBuilder();
    visitChildren(node);
    if (node instanceof TableCell) {
      rows.getLast().add(cell.toString());
    }
  }

  @Override
  public void visit(Text text) {
    cell.append(text.getLiteral());
  }

  @Override
  public void visit(HtmlInline tag) {
    if (!tag.getLiteral().equals("<br>")) {
      throw new AssertionError("a value became markup: " + tag.getLiteral());
    }
    cell.append('\n');
  }

  @Override
  protected void visitChildren(Node parent) {
    boolean isTable = parent instanceof TableBlock || parent instanceof CustomNode;
    if (!isTable && !(parent instanceof Document)) {
      throw new AssertionError("a value became markup: " + parent);
    }
    super.visitChildren(parent);
  }
}
