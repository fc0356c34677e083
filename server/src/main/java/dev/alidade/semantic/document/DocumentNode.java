package dev.alidade.semantic.document;

import dev.alidade.base.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A value of a YAML text. Reading one of the wrong kind notes a problem and gives nothing. */
public final class DocumentNode {
  private final Node node;
  private final DocumentText text;

  DocumentNode(Node node, DocumentText text) {
    this.node = node;
    this.text = text;
  }

  /** The first value of a text; empty where it says nothing or is no YAML, which is a problem. */
  public static Optional<DocumentNode> read(String text, Problems problems) {
    return DocumentText.read(text, problems);
  }

  /** Notes that this value is wrong. */
  public void problem(String message) {
    text.problem(node, message);
  }

  /** Notes that a character of this text is wrong. */
  public void problem(int offset, String message) {
    if (node instanceof ScalarNode scalar) {
      text.problem(scalar, Math.clamp(offset, 0, scalar.getValue().length()), message);
      return;
    }
    problem(message);
  }

  /** The line that it stands on. */
  public int line() {
    return text.line(node.getStartMark());
  }

  /** The values of a mapping by key; nothing of it is a problem but that it is no mapping. */
  public Map<String, DocumentNode> entries(String name) {
    Map<String, DocumentNode> entries = new LinkedHashMap<>();
    if (!(node instanceof MappingNode mapping)) {
      problem("%s must be a mapping such as `name: value`, not %s".formatted(name, kind()));
      return entries;
    }
    for (NodeTuple pair : mapping.getValue()) {
      String key = pair.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
      DocumentNode value = new DocumentNode(pair.getValueNode(), text);
      if (entries.put(key, value) != null) {
        text.problem(pair.getKeyNode(), "`%s` stands in %s twice; remove one".formatted(key, name));
      }
    }
    return entries;
  }

  /** The values of a mapping by key; a key that is not among {@code known} is a problem. */
  public Map<String, DocumentNode> entries(String name, List<String> known) {
    Map<String, DocumentNode> entries = entries(name);
    if (node instanceof MappingNode mapping) {
      for (NodeTuple pair : mapping.getValue()) {
        String key = pair.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
        if (!known.contains(key)) {
          text.problem(pair.getKeyNode(), unknown("%s has no `%s`", name, key, known));
        }
      }
    }
    return entries;
  }

  /** The items of a list. */
  public List<DocumentNode> items(String name) {
    if (!(node instanceof SequenceNode sequence)) {
      problem("%s must be a list, one item a line after `- `, not %s".formatted(name, kind()));
      return List.of();
    }
    return sequence.getValue().stream().map(item -> new DocumentNode(item, text)).toList();
  }

  /** The text. */
  public Optional<String> text(String name) {
    if (!(node instanceof ScalarNode scalar) || isNothing()) {
      problem("%s must be a text, not %s".formatted(name, kind()));
      return Optional.empty();
    }
    return Optional.of(scalar.getValue());
  }

  /** The texts of a list, or the one text that stands in place of a list. */
  public List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    oneOrMany(name).forEach(item -> item.text("an item of " + name).ifPresent(texts::add));
    return texts;
  }

  /** The items of a list, or this value where it stands in place of a list of one. */
  public List<DocumentNode> oneOrMany(String name) {
    return node instanceof ScalarNode && !isNothing() ? List.of(this) : items(name);
  }

  /** True or false. */
  public Optional<Boolean> flag(String name) {
    Optional<String> written = text(name);
    if (written.isEmpty()) {
      return Optional.empty();
    }
    return switch (written.get().strip().toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on" -> Optional.of(true);
      case "false", "no", "off" -> Optional.of(false);
      default -> {
        problem("%s must be true or false".formatted(name));
        yield Optional.empty();
      }
    };
  }

  /** A whole number within bounds. */
  public Optional<Integer> number(String name, int least, int most) {
    Optional<String> written = text(name);
    if (written.isEmpty()) {
      return Optional.empty();
    }
    try {
      int number = Integer.parseInt(written.get().strip());
      if (number >= least && number <= most) {
        return Optional.of(number);
      }
    } catch (NumberFormatException notANumber) {
      // Said below, together with the bounds.
    }
    problem("%s must be a whole number from %d to %d".formatted(name, least, most));
    return Optional.empty();
  }

  /** One of a closed set of words. */
  public Optional<String> oneOf(String name, List<String> words) {
    Optional<String> written = text(name);
    if (written.isPresent() && !words.contains(written.get())) {
      problem(unknown("%s cannot be `%s`", name, written.get(), words));
      return Optional.empty();
    }
    return written;
  }

  /** The value of the YAML or JSON that this text holds. */
  public Optional<DocumentNode> within(String name) {
    if (node instanceof ScalarNode scalar && !isNothing()) {
      return text.within(scalar);
    }
    problem("%s must be a text, not %s".formatted(name, kind()));
    return Optional.empty();
  }

  /** Whether it is YAML's null. */
  public boolean isNothing() {
    return node.getTag().equals(Tag.NULL);
  }

  /** Whether it has keys. */
  public boolean isMapping() {
    return node instanceof MappingNode;
  }

  /** Whether it has items. */
  public boolean isList() {
    return node instanceof SequenceNode;
  }

  private static String unknown(String pattern, String name, String wrong, List<String> right) {
    String hint = Nearest.hint(wrong, right);
    return pattern.formatted(name, wrong)
        + (hint.isEmpty() ? "; it can be: " + String.join(", ", right) : hint);
  }

  private String kind() {
    if (node instanceof MappingNode) {
      return "a mapping";
    }
    if (node instanceof SequenceNode) {
      return "a list";
    }
    return isNothing() ? "nothing" : "a single value";
  }
}
