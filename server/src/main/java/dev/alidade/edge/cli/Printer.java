package dev.alidade.edge.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.operation.FileOutput;
import dev.alidade.operation.Json;
import dev.alidade.operation.Operation;
import java.io.PrintStream;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Prints an output: data to standard output, what explains it to the error stream. */
final class Printer {
  private static final Set<String> ROWS = Set.of("columns", "rows");

  /** A field that is the whole of what was asked for: it is printed as it is, to be kept. */
  private static final String DOCUMENT = "document";

  private final Terminal terminal;
  private final PrintStream out;
  private final PrintStream errors;

  Printer(Terminal terminal, PrintStream out, PrintStream errors) {
    this.terminal = terminal;
    this.out = out;
    this.errors = errors;
  }

  void print(Operation<?, ?> operation, JsonNode output, CommonOptions options) {
    JsonNode document = output.path(DOCUMENT);
    if (document.isTextual() && options.format().isEmpty()) {
      out.print(terminal.output() ? SafeText.lines(document.asText()) : document.asText());
      return;
    }
    if (output.path(FileOutput.FIELD).isObject() && options.format().isEmpty()) {
      printFile(operation, (ObjectNode) output, options);
      return;
    }
    switch (options.format().orElseGet(() -> usualFormat(output))) {
      case JSON -> printJson(output);
      case CSV -> printCsv(operation, output, options);
      case TABLE -> printForPeople(operation, output, options);
    }
  }

  /** A file goes where the output goes; onto no screen, of which it would make a mess. */
  private void printFile(Operation<?, ?> operation, ObjectNode output, CommonOptions options) {
    JsonNode file = output.remove(FileOutput.FIELD);
    byte[] content = Base64.getDecoder().decode(file.path("content").asText());
    if (terminal.output()) {
      printForPeople(operation, output, options);
      errors.println(
          "%,d bytes of %s; send them to a file: ... > %s"
              .formatted(
                  content.length,
                  SafeText.oneLine(file.path("media_type").asText()),
                  SafeText.oneLine(file.path("name").asText())));
      return;
    }
    out.writeBytes(content);
  }

  /** The error as one line, and where in the text it is. */
  void printError(AlidadeException failure, String text) {
    errors.println("alidade: " + SafeText.lines(failure.getMessage()));
    if (failure.location().isEmpty() || text.isEmpty()) {
      return;
    }
    int number = failure.location().get().line();
    List<String> lines = text.lines().toList();
    if (number > lines.size()) {
      return;
    }
    String line = SafeText.oneLine(lines.get(number - 1));
    int column = Math.min(failure.location().get().column(), line.length() + 1);
    String start = "  line %d: ".formatted(number);
    int before = SafeText.width(line.substring(0, column - 1));
    if (start.length() + SafeText.width(line) <= terminal.width()) {
      errors.println(start + line);
      errors.println(" ".repeat(start.length() + before) + "^");
    }
  }

  private Format usualFormat(JsonNode output) {
    if (terminal.output()) {
      return Format.TABLE;
    }
    return tableOf(output).isPresent() ? Format.CSV : Format.JSON;
  }

  private void printJson(JsonNode output) {
    try {
      out.println(
          terminal.output()
              ? Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(output)
              : Json.mapper().writeValueAsString(output));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void printCsv(Operation<?, ?> operation, JsonNode output, CommonOptions options) {
    Table table =
        tableOf(output)
            .orElseThrow(
                () ->
                    new AlidadeException(
                        ErrorCode.NOT_SUPPORTED,
                        "`%s` does not answer with a single table; use --format json"
                            .formatted(operation.name())));
    if (table.columns().isEmpty()) {
      printNotes(operation, output);
      return;
    }
    if (!options.rowsOnly()) {
      out.println(Csv.header(table));
    }
    table.rows().forEach(row -> out.println(Csv.row(row)));
  }

  private void printForPeople(Operation<?, ?> operation, JsonNode output, CommonOptions options) {
    if (!Table.isResult(output)) {
      JsonNode read = ReadingOrder.apply(operation.output(), output);
      new Outline(terminal).lines(read, Set.of()).forEach(out::println);
      return;
    }
    List<String> lines =
        new TableLayout(terminal).lines(Table.ofResult(output), options.expanded());
    boolean hasHead = !options.expanded() && lines.size() > 1;
    lines.stream().skip(options.rowsOnly() && hasHead ? 2 : 0).forEach(out::println);
    if (!options.rowsOnly()) {
      printNotes(operation, output);
    }
  }

  private void printNotes(Operation<?, ?> operation, JsonNode output) {
    out.flush();
    Terminal plain = new Terminal(terminal.output(), terminal.errors(), terminal.width(), false);
    JsonNode read = ReadingOrder.apply(operation.output(), output);
    new Outline(terminal.errors() ? terminal : plain).lines(read, ROWS).forEach(errors::println);
  }

  /** The one table that an output is, if it is one. */
  private static Optional<Table> tableOf(JsonNode output) {
    if (Table.isResult(output)) {
      return Optional.of(Table.ofResult(output));
    }
    if (output.size() != 1) {
      return Optional.empty();
    }
    Map.Entry<String, JsonNode> only = output.properties().iterator().next();
    boolean isObjects = only.getValue().isArray() && !Table.isListOfWords(only.getValue());
    return isObjects ? Optional.of(Table.ofObjects(only.getValue())) : Optional.empty();
  }
}
