package dev.alidade.edge.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Nearest;
import dev.alidade.operation.Json;
import dev.alidade.operation.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The arguments of one sub-command, read against its operation's input. */
final class CommandLine {
  private final Operation<?, ?> operation;
  private final List<InputOption> options;
  private final InputStream standardInput;
  private final ObjectNode input = Json.mapper().createObjectNode();
  private final List<String> words = new ArrayList<>();
  private final List<String> data = new ArrayList<>();
  private Optional<Format> format = Optional.empty();
  private Optional<String> server = Optional.empty();
  private Optional<String> config = Optional.empty();
  private boolean expanded;
  private boolean rowsOnly;
  private boolean help;

  private CommandLine(Operation<?, ?> operation, InputStream standardInput) {
    this.operation = operation;
    this.options = InputOption.of(operation);
    this.standardInput = standardInput;
  }

  /** Reads the arguments after the sub-command's name; a wrong one is an INVALID_INPUT. */
  static CommandLine read(
      Operation<?, ?> operation, List<String> arguments, InputStream standardInput) {
    CommandLine line = new CommandLine(operation, standardInput);
    Deque<String> rest = new ArrayDeque<>(arguments);
    while (!rest.isEmpty()) {
      line.take(rest.removeFirst(), rest);
    }
    line.joinWords();
    return line;
  }

  ObjectNode input() {
    return input;
  }

  List<InputOption> options() {
    return options;
  }

  boolean isHelp() {
    return help;
  }

  CommonOptions common() {
    return new CommonOptions(format, server, data, config, expanded, rowsOnly);
  }

  private void take(String argument, Deque<String> rest) {
    if (argument.equals("--")) {
      words.addAll(rest);
      rest.clear();
      return;
    }
    if (argument.equals("-") || !argument.startsWith("-")) {
      words.add(argument);
      return;
    }
    int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
    String name = equals < 0 ? argument : argument.substring(0, equals);
    if (equals >= 0) {
      rest.addFirst(argument.substring(equals + 1));
    }
    switch (name) {
      case "-h", "--help" -> help = true;
      case "-x", "--expanded" -> expanded = true;
      case "-t", "--rows-only" -> rowsOnly = true;
      case "-c" -> words.add(value(name, rest));
      case "-f" -> words.add(contentOf(value(name, rest)));
      case "--format" -> format = Optional.of(formatOf(value(name, rest)));
      case "--server" -> server = Optional.of(value(name, rest));
      case "--config" -> config = Optional.of(value(name, rest));
      case "--data" -> takeData(rest);
      default -> takeInput(name, equals >= 0, rest);
    }
  }

  /** A shell may have spread a pattern over several paths. */
  private void takeData(Deque<String> rest) {
    data.add(value("--data", rest));
    while (!rest.isEmpty() && !rest.peek().startsWith("-") && exists(rest.peek())) {
      data.add(rest.removeFirst());
    }
  }

  private static boolean exists(String path) {
    try {
      return Files.exists(Path.of(path));
    } catch (java.nio.file.InvalidPathException noPath) {
      return false;
    }
  }

  private void takeInput(String name, boolean hasValue, Deque<String> rest) {
    String wanted = name.replace('_', '-');
    InputOption option =
        options.stream()
            .filter(candidate -> candidate.flag().equals(wanted))
            .findFirst()
            .orElseThrow(() -> unknown(name));
    boolean isBareFlag = option.kind() == InputOption.Kind.FLAG && !hasValue;
    String text = isBareFlag ? "true" : value(name, rest);
    boolean isStandardInput = option.kind() == InputOption.Kind.TEXT && text.equals("-");
    input.set(option.field(), option.valueOf(isStandardInput ? lineOf(standardInput) : text));
  }

  private AlidadeException unknown(String name) {
    List<String> known =
        Stream.concat(options.stream().map(InputOption::flag), CommonOptions.NAMES.stream())
            .toList();
    return wrong(
        "`%s` has no option %s%s See: ./alidade %s --help"
            .formatted(operation.name(), name, hint(name, known), subcommand(operation)));
  }

  private static String value(String name, Deque<String> rest) {
    boolean isNext = !rest.isEmpty() && CommonOptions.NAMES.contains(rest.peek());
    if (rest.isEmpty() || isNext) {
      throw wrong("%s needs a value after it".formatted(name));
    }
    return rest.removeFirst();
  }

  private static Format formatOf(String word) {
    return Stream.of(Format.values())
        .filter(format -> format.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    "--format takes %s, not `%s`"
                        .formatted(String.join(", ", Format.names()), word)));
  }

  private void joinWords() {
    if (words.isEmpty() || help) {
      return;
    }
    String primary = operation.primary();
    if (primary.isEmpty()) {
      throw wrong(
          "`%s` takes options only, not `%s`. See: ./alidade %s --help"
              .formatted(operation.name(), words.getFirst(), subcommand(operation)));
    }
    if (input.has(primary)) {
      throw wrong(
          "`%s` is given twice: as --%s and as `%s`"
              .formatted(primary, primary.replace('_', '-'), words.getFirst()));
    }
    boolean isStandardInput = words.equals(List.of("-"));
    input.put(primary, isStandardInput ? allOf(standardInput) : String.join(" ", words));
  }

  private static String allOf(InputStream stream) {
    try {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException cause) {
      throw new AlidadeException(ErrorCode.FILE_UNREADABLE, "Standard input cannot be read", cause);
    }
  }

  /**
   * Such as a password, which no command line should show; the end of its line is not part of it.
   */
  private static String lineOf(InputStream stream) {
    return allOf(stream).replaceFirst("\\R$", "");
  }

  private static String contentOf(String file) {
    if (file.equals("-")) {
      return "-";
    }
    try {
      return Files.readString(Path.of(file));
    } catch (IOException | java.nio.file.InvalidPathException cause) {
      throw new AlidadeException(
          ErrorCode.FILE_UNREADABLE,
          "%s cannot be read as text; name a UTF-8 file after -f".formatted(file),
          cause);
    }
  }

  /** The end of a sentence on a word that is not known. */
  static String hint(String word, List<String> known) {
    String hint = Nearest.hint(word, known);
    return hint.isEmpty() ? "." : hint;
  }

  /** An operation's name as it is typed. */
  static String subcommand(Operation<?, ?> operation) {
    return operation.name().replace('_', '-');
  }

  private static AlidadeException wrong(String message) {
    return new AlidadeException(ErrorCode.INVALID_INPUT, message);
  }
}
