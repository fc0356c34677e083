package dev.alidade.edge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Goes on where an answer asks back: at a terminal a person types a number or other words. */
final class Dialogue {
  private static final String CONVERSATION = "conversation";
  private static final String CHOICE = "choice";
  private static final String EDIT = "edit";

  private final Terminal terminal;
  private final BufferedReader typed;
  private final PrintStream errors;

  Dialogue(Terminal terminal, InputStream in, PrintStream errors) {
    this.terminal = terminal;
    this.typed = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    this.errors = errors;
  }

  /** Whether an operation is one of a conversation: what it asks back is chosen by number. */
  static boolean isHeldBy(List<InputOption> options) {
    return options.stream().anyMatch(option -> option.field().equals(CONVERSATION))
        && options.stream().anyMatch(option -> option.field().equals(CHOICE));
  }

  /** Whether the input says what it wants without words. */
  static boolean needsNoWords(ObjectNode input) {
    return input.has(CHOICE) || input.has(EDIT);
  }

  /**
   * Calls until there is an answer, or nobody to ask; the exit code tells whether there was one.
   *
   * @param primary the field that words go into
   * @param check fails where the input is not complete
   */
  int hold(String primary, ObjectNode input, Runnable check, Function<ObjectNode, JsonNode> call) {
    boolean open = !input.has(primary) && !needsNoWords(input);
    if (!open || !terminal.isDialogue()) {
      check.run();
    } else if (!say(primary, input, "Your question: ")) {
      return ExitCode.SUCCESS;
    }
    JsonNode output = call.apply(input);
    while (terminal.isDialogue() && (open || asksBack(output))) {
      ObjectNode next = input.objectNode();
      next.set(CONVERSATION, output.path(CONVERSATION));
      int offered = output.path("options").size();
      String prompt =
          offered == 0
              ? "Go on (Enter ends): "
              : "1 to %d, or in other words (Enter ends): ".formatted(offered);
      if (!say(primary, next, prompt)) {
        break;
      }
      output = call.apply(next);
    }
    return isAnswered(output) ? ExitCode.SUCCESS : ExitCode.UNANSWERED;
  }

  private boolean say(String primary, ObjectNode input, String prompt) {
    errors.print(prompt);
    errors.flush();
    Optional<String> words = line().map(String::strip).filter(text -> !text.isEmpty());
    words.ifPresent(text -> input.put(primary, text));
    return words.isPresent();
  }

  private Optional<String> line() {
    try {
      return Optional.ofNullable(typed.readLine());
    } catch (IOException closed) {
      return Optional.empty();
    }
  }

  private static boolean asksBack(JsonNode output) {
    return !isAnswered(output) && !output.path("options").isEmpty();
  }

  private static boolean isAnswered(JsonNode output) {
    return output.path("status").asText().equals("answered");
  }
}
