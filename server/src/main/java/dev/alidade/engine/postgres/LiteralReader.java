package dev.alidade.engine.postgres;

import java.util.ArrayList;
import java.util.List;

/** Reads the literals in which the server writes arrays and rows. */
final class LiteralReader {
  private final String text;
  private final char delimiter;
  private int position;

  LiteralReader(String text, char delimiter) {
    this.text = text;
    this.delimiter = delimiter;
  }

  /** The elements of an array; arrays of more dimensions are lists of lists. */
  List<Object> array(NestedType element) {
    // Bounds that do not begin at 1 are written before the elements.
    position = text.indexOf('{');
    return elements(element);
  }

  /** The fields of a row as texts, null for NULL. */
  List<String> row() {
    List<String> fields = new ArrayList<>();
    position = 1;
    while (true) {
      boolean missing = text.charAt(position) == delimiter || text.charAt(position) == ')';
      fields.add(missing ? null : word(')'));
      if (text.charAt(position++) == ')') {
        return fields;
      }
    }
  }

  private List<Object> elements(NestedType element) {
    List<Object> elements = new ArrayList<>();
    position++;
    while (text.charAt(position) != '}') {
      if (text.charAt(position) == '{') {
        elements.add(elements(element));
      } else {
        boolean quoted = text.charAt(position) == '"';
        String word = word('}');
        elements.add(!quoted && word.equals("NULL") ? null : element.read(word));
      }
      if (text.charAt(position) == delimiter) {
        position++;
      }
    }
    position++;
    return elements;
  }

  private String word(char end) {
    StringBuilder word = new StringBuilder();
    boolean quoted = false;
    while (true) {
      char current = text.charAt(position);
      if (!quoted && (current == delimiter || current == end)) {
        return word.toString();
      }
      position++;
      if (current == '\\') {
        word.append(text.charAt(position++));
      } else if (current != '"') {
        word.append(current);
      } else if (quoted && text.charAt(position) == '"') {
        // A row doubles the quotes inside its fields.
        word.append('"');
        position++;
      } else {
        quoted = !quoted;
      }
    }
  }
}
