package dev.alidade.edge.cli;

import java.util.Map;

/**
 * What the launcher found out about where output goes.
 *
 * @param width columns of a line
 * @param input whether a person types what is read
 */
public record Terminal(boolean output, boolean errors, int width, boolean color, boolean input) {
  private static final int USUAL_WIDTH = 100;
  private static final int LEAST_WIDTH = 20;

  /** Where nobody types. */
  public Terminal(boolean output, boolean errors, int width, boolean color) {
    this(output, errors, width, color, false);
  }

  /** Whether a person can be asked back. */
  boolean isDialogue() {
    return input && output && errors;
  }

  /**
   * Reads the system properties `alidade.columns`, set where output goes to a terminal, and
   * `alidade.errors`, set where errors do, and `alidade.input`, set where input comes from one.
   */
  public static Terminal of(Map<Object, Object> properties, Map<String, String> environment) {
    boolean output = properties.containsKey("alidade.columns");
    boolean wantsColor =
        environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !"dumb".equals(environment.get("TERM"));
    return new Terminal(
        output,
        properties.containsKey("alidade.errors"),
        width(String.valueOf(properties.get("alidade.columns"))),
        output && wantsColor,
        properties.containsKey("alidade.input"));
  }

  private static int width(String text) {
    if (!text.matches("[1-9][0-9]{0,4}")) {
      return USUAL_WIDTH;
    }
    return Math.max(LEAST_WIDTH, Integer.parseInt(text));
  }

  String bold(String text) {
    return color ? "\u001b[1m" + text + "\u001b[0m" : text;
  }

  String dim(String text) {
    return color ? "\u001b[2m" + text + "\u001b[0m" : text;
  }
}
