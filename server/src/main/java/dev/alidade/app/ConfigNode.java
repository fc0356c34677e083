package dev.alidade.app;

import dev.alidade.base.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One place of the configuration file, under the name that messages call it by. Reading a value of
 * the wrong kind notes a problem and gives nothing.
 */
final class ConfigNode {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");

  private final Node node;
  private final String name;
  private final Environment environment;
  private final ConfigProblems problems;

  ConfigNode(Node node, String name, Environment environment, ConfigProblems problems) {
    this.node = node;
    this.name = name;
    this.environment = environment;
    this.problems = problems;
  }

  String name() {
    return name;
  }

  /** Notes that this value is wrong. */
  void problem(String message) {
    problems.add(node.getStartMark().getLine() + 1, "`%s` %s".formatted(name, message));
  }

  /** The values of a mapping by key; a key that is not among {@code known} is a problem. */
  Map<String, ConfigNode> fields(List<String> known) {
    Map<String, ConfigNode> fields = allFields();
    fields.forEach(
        (key, field) -> {
          if (!known.contains(key)) {
            field.problem("is not a setting" + choices(key, known));
          }
        });
    return fields;
  }

  /** The values of a mapping by key, whatever the keys. */
  Map<String, ConfigNode> allFields() {
    Map<String, ConfigNode> fields = new LinkedHashMap<>();
    if (!(node instanceof MappingNode mapping)) {
      problem("must be a mapping such as { name: value }, not " + kind());
      return fields;
    }
    for (NodeTuple pair : mapping.getValue()) {
      String key = pair.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
      ConfigNode field =
          new ConfigNode(
              pair.getValueNode(), name.isEmpty() ? key : name + "." + key, environment, problems);
      if (fields.put(key, field) != null) {
        field.problem("stands here twice; remove one");
      }
    }
    return fields;
  }

  /** The items of a list. */
  List<ConfigNode> items() {
    if (!(node instanceof SequenceNode sequence)) {
      problem("must be a list, one item a line after `- `, not " + kind());
      return List.of();
    }
    List<ConfigNode> items = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      items.add(
          new ConfigNode(item, "%s[%d]".formatted(name, items.size() + 1), environment, problems));
    }
    return items;
  }

  boolean isMapping() {
    return node instanceof MappingNode;
  }

  /** Whether it is YAML's null. */
  boolean isNothing() {
    return node.getTag().equals(Tag.NULL);
  }

  boolean isList() {
    return node instanceof SequenceNode;
  }

  /** The same place under a name that says more. */
  ConfigNode named(String better) {
    return new ConfigNode(node, better, environment, problems);
  }

  /** The text, its variables replaced. */
  Optional<String> text() {
    if (!(node instanceof ScalarNode scalar) || scalar.getTag().equals(Tag.NULL)) {
      problem("must be a text, not " + kind());
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder();
    boolean complete = true;
    Matcher matcher = VARIABLE.matcher(scalar.getValue());
    while (matcher.find()) {
      Optional<String> value = environment.find(matcher.group(1));
      if (value.isEmpty()) {
        problem(
            "needs the environment variable %s, which is not set; set it, or %s_FILE to a file that holds it"
                .formatted(matcher.group(1), matcher.group(1)));
        complete = false;
      }
      matcher.appendReplacement(text, Matcher.quoteReplacement(value.orElse("")));
    }
    matcher.appendTail(text);
    return complete ? Optional.of(text.toString()) : Optional.empty();
  }

  /** A whole number within bounds. */
  Optional<Integer> number(int least, int most) {
    return longNumber(least, most).map(Math::toIntExact);
  }

  /** A whole number, which may be a large one, within bounds. */
  Optional<Long> longNumber(long least, long most) {
    Optional<String> text = text();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      long number = Long.parseLong(text.get().strip());
      if (number >= least && number <= most) {
        return Optional.of(number);
      }
    } catch (NumberFormatException notANumber) {
      // Said below, together with the bounds.
    }
    problem("must be a whole number from %d to %d".formatted(least, most));
    return Optional.empty();
  }

  /** True or false. */
  Optional<Boolean> flag() {
    Optional<String> text = text();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return switch (text.get().strip()) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> {
        problem("must be true or false");
        yield Optional.empty();
      }
    };
  }

  /** One of a closed set of words. */
  Optional<String> oneOf(List<String> words) {
    Optional<String> text = text();
    if (text.isEmpty() || words.contains(text.get())) {
      return text;
    }
    String shown = isVariable() ? "has a value" : "is `%s`,".formatted(text.get());
    problem(shown + " which is not known" + choices(isVariable() ? "" : text.get(), words));
    return Optional.empty();
  }

  /** The end of a sentence on a wrong word: the nearest right one, and all of them. */
  static String choices(String wrong, List<String> right) {
    String hint = Nearest.hint(wrong, right);
    return "%s Write one of: %s".formatted(hint.isEmpty() ? "." : hint, String.join(", ", right));
  }

  /** A value that comes from outside the file may be a secret. */
  private boolean isVariable() {
    return node instanceof ScalarNode scalar && VARIABLE.matcher(scalar.getValue()).find();
  }

  private String kind() {
    if (node instanceof MappingNode) {
      return "a mapping";
    }
    if (node instanceof SequenceNode) {
      return "a list";
    }
    return node.getTag().equals(Tag.NULL) ? "nothing" : "a single value";
  }
}
