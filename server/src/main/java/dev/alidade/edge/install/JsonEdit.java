package dev.alidade.edge.install;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.operation.Json;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Changes one server in a text of JSON and leaves every other character as it stands: comments,
 * order, indents, line ends.
 */
final class JsonEdit {
  private final JsonText before;
  private final String section;
  private final String name;
  private final String line;
  private final String indent;

  /** An edit of the server of that name in that section. */
  JsonEdit(String text, String section, String name) throws IOException {
    before = new JsonText(text.isBlank() ? "{}" + text : text);
    this.section = section;
    this.name = name;
    line = text.contains("\r\n") ? "\r\n" : "\n";
    if (!before.tree().isObject()) {
      throw new IOException("it holds no JSON object");
    }
    JsonNode servers = before.tree().path(section);
    if (!servers.isMissingNode() && !servers.isObject()) {
      throw new IOException("its `%s` is no object".formatted(section));
    }
    List<JsonText.Member> members = before.object(0).members();
    indent = members.isEmpty() ? "  " : indentAt(members.getFirst().from()).orElse("  ");
  }

  /** What the server says now. */
  Optional<JsonNode> present() throws IOException {
    return Optional.ofNullable(before.tree().path(section).get(name));
  }

  /** The text in which the server says this. */
  String put(ObjectNode entry) throws IOException {
    JsonText.Braces root = before.object(0);
    Optional<JsonText.Member> servers = root.member(section);
    if (servers.isEmpty()) {
      ObjectNode all = Json.mapper().createObjectNode();
      all.set(name, entry);
      return insert(root, section, all, "");
    }
    JsonText.Braces inner = before.object(servers.get().value());
    String outer = indentAt(servers.get().from()).orElse(indent);
    Optional<JsonText.Member> present = inner.member(name);
    if (present.isEmpty()) {
      return insert(inner, name, entry, outer);
    }
    String margin = indentAt(present.get().from()).orElse(outer + indent);
    String text = before.text();
    return text.substring(0, present.get().value())
        + pretty(entry, margin)
        + text.substring(present.get().to());
  }

  /** The text without the server. */
  String remove() throws IOException {
    JsonText.Braces root = before.object(0);
    Optional<JsonText.Member> servers = root.member(section);
    if (servers.isEmpty()) {
      return before.text();
    }
    JsonText.Braces inner = before.object(servers.get().value());
    Optional<JsonText.Member> present = inner.member(name);
    return present.isEmpty() ? before.text() : without(inner, present.get());
  }

  private String without(JsonText.Braces object, JsonText.Member gone) {
    String text = before.text();
    int index = object.members().indexOf(gone);
    boolean isLast = index == object.members().size() - 1;
    int until = isLast ? object.close() : object.members().get(index + 1).from();
    int comma = commaIn(gone.to(), until);
    // What stands between the member and its comma, such as a comment, stays.
    String rest =
        comma < 0
            ? text.substring(gone.to())
            : text.substring(gone.to(), comma) + text.substring(comma + 1);
    Optional<String> margin = indentAt(gone.from());
    int lineEnd = rest.indexOf('\n');
    boolean ownLine = margin.isPresent() && lineEnd >= 0 && rest.substring(0, lineEnd).isBlank();
    int from = ownLine ? gone.from() - margin.get().length() : gone.from();
    String after = ownLine ? rest.substring(lineEnd + 1) : rest;
    // The one before is the last now; its comma was for this one.
    int earlier =
        isLast && index > 0 && comma < 0
            ? commaIn(object.members().get(index - 1).to(), gone.from())
            : -1;
    return earlier < 0
        ? text.substring(0, from) + after
        : text.substring(0, earlier) + spaced(text.substring(earlier + 1, from), after);
  }

  /** What stood between two members on one line needs no blank before the end. */
  private static String spaced(String between, String after) {
    return between.isBlank() && between.indexOf('\n') < 0 ? after : between + after;
  }

  private String insert(JsonText.Braces object, String key, ObjectNode value, String outer) {
    String text = before.text();
    List<JsonText.Member> members = object.members();
    int last = members.isEmpty() ? object.open() + 1 : members.getLast().to();
    String comma = members.isEmpty() || commaIn(last, object.close()) >= 0 ? "" : ",";
    String margin =
        members.isEmpty()
            ? outer + indent
            : indentAt(members.getLast().from()).orElse(outer + indent);
    String closing = indentAt(object.close()).orElse(outer);
    return text.substring(0, last)
        + comma
        + text.substring(last, object.close()).stripTrailing()
        + line
        + margin
        + quoted(key)
        + ": "
        + pretty(value, margin)
        + line
        + closing
        + text.substring(object.close());
  }

  /** Where a comma stands between two places, outside of comments; -1 if none does. */
  private int commaIn(int from, int to) {
    String text = before.text();
    int place = from;
    while (place < to) {
      if (text.startsWith("//", place)) {
        int end = text.indexOf('\n', place);
        place = end < 0 ? to : end + 1;
      } else if (text.startsWith("/*", place)) {
        int end = text.indexOf("*/", place + 2);
        place = end < 0 ? to : end + 2;
      } else if (text.charAt(place) == ',') {
        return place;
      } else {
        place++;
      }
    }
    return -1;
  }

  /** The blanks before a place, where nothing else stands before it on its line. */
  private Optional<String> indentAt(int place) {
    String text = before.text();
    int start = text.lastIndexOf('\n', place - 1) + 1;
    String blanks = text.substring(start, place);
    return start > 0 && blanks.isBlank() ? Optional.of(blanks) : Optional.empty();
  }

  private static String quoted(String key) {
    return Json.mapper().getNodeFactory().textNode(key).toString();
  }

  private String pretty(ObjectNode value, String margin) {
    DefaultIndenter indenter = new DefaultIndenter(indent, line);
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
                Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                    .withArrayValueSpacing(Separators.Spacing.AFTER))
            .withArrayIndenter(DefaultPrettyPrinter.NopIndenter.instance)
            .withObjectIndenter(indenter);
    try {
      return Json.mapper().writer(printer).writeValueAsString(value).replace(line, line + margin);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
