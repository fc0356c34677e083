package dev.alidade.edge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Failure;
import dev.alidade.operation.Json;
import dev.alidade.operation.Operation;
import dev.alidade.operation.OperationRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The command line: every operation is a sub-command. */
public final class CliDoor {
  private static final String DEFAULT_SERVER = "http://localhost:8484";
  private static final String CSV = "text/csv";
  private static final String SOURCE = "source";

  /** Short names that people expect. */
  private static final Map<String, String> ALIASES = Map.of("sql", "query");

  private final Workplace workplace;
  private final Map<String, String> environment;
  private final Terminal terminal;
  private final InputStream in;
  private final PrintStream out;
  private final PrintStream errors;

  /** A door that reads and writes these streams. */
  public CliDoor(
      Workplace workplace,
      Map<String, String> environment,
      Terminal terminal,
      InputStream in,
      PrintStream out,
      PrintStream errors) {
    this.workplace = workplace;
    this.environment = Map.copyOf(environment);
    this.terminal = terminal;
    this.in = in;
    this.out = out;
    this.errors = errors;
  }

  /**
   * Runs one command and gives the exit code.
   *
   * @param otherCommands sub-commands that are not operations, for the nearest match
   */
  public int run(List<String> arguments, List<String> otherCommands) {
    Printer printer = new Printer(terminal, out, errors);
    String text = "";
    try {
      OperationRegistry registry = workplace.declarations();
      if (arguments.isEmpty() || arguments.getFirst().equals("help")) {
        out.print(helpOn(registry, arguments, otherCommands));
        return ExitCode.SUCCESS;
      }
      Operation<?, ?> operation = find(registry, arguments.getFirst(), otherCommands);
      CommandLine line = CommandLine.read(operation, arguments.subList(1, arguments.size()), in);
      if (line.isHelp()) {
        out.print(HelpPage.of(operation));
        return ExitCode.SUCCESS;
      }
      text = line.input().path(operation.primary()).asText();
      try (Calls calls = calls(line.common())) {
        return run(operation, line, calls, printer);
      }
    } catch (AlidadeException failure) {
      printer.printError(known(failure), text);
      return ExitCode.of(failure.code().type());
    } catch (RuntimeException | Error failure) {
      AlidadeException told = known(failure);
      printer.printError(told, "");
      return ExitCode.of(told.code().type());
    } finally {
      out.flush();
      errors.flush();
    }
  }

  private static AlidadeException known(Throwable thrown) {
    Failure failure = Failure.of(thrown);
    return new AlidadeException(failure.code(), failure.message(), failure.location(), null);
  }

  private static String helpOn(
      OperationRegistry registry, List<String> arguments, List<String> otherCommands) {
    return arguments.size() < 2
        ? HelpPage.all(registry)
        : HelpPage.of(find(registry, arguments.get(1), otherCommands));
  }

  private static Operation<?, ?> find(
      OperationRegistry registry, String command, List<String> otherCommands) {
    String name = ALIASES.getOrDefault(command, command.replace('-', '_'));
    Optional<Operation<?, ?>> found =
        registry.all().stream()
            .filter(operation -> operation.name().equals(name))
            .<Operation<?, ?>>map(operation -> operation)
            .findFirst();
    if (found.isPresent()) {
      return found.get();
    }
    List<String> known = new ArrayList<>(otherCommands);
    known.addAll(ALIASES.keySet());
    registry.all().forEach(operation -> known.add(CommandLine.subcommand(operation)));
    throw new AlidadeException(
        ErrorCode.OPERATION_NOT_FOUND,
        "No command `%s`%s See: ./alidade help"
            .formatted(command, CommandLine.hint(command, known)));
  }

  private Calls calls(CommonOptions options) {
    Optional<String> apiKey = workplace.apiKey();
    if (!options.data().isEmpty()) {
      return new LocalCalls(workplace.openData(options.data()), apiKey);
    }
    if (options.config().isPresent()) {
      return new LocalCalls(workplace.openConfig(options.config().get()), apiKey);
    }
    String server =
        options
            .server()
            .or(() -> Optional.ofNullable(environment.get("ALIDADE_SERVER")))
            .orElse(DEFAULT_SERVER);
    return new ServerCalls(server, apiKey);
  }

  private int run(Operation<?, ?> operation, CommandLine line, Calls calls, Printer printer) {
    ObjectNode input = line.input();
    if (Dialogue.isHeldBy(line.options())) {
      return new Dialogue(terminal, in, errors)
          .hold(
              operation.primary(),
              input,
              () -> checkComplete(operation, line),
              said -> {
                JsonNode output = calls.call(operation.name(), said);
                printer.print(operation, output, line.common());
                out.flush();
                return output;
              });
    }
    boolean lacksSource =
        line.options().stream()
                .anyMatch(
                    o -> o.field().equals(SOURCE) && (o.required() || isSql(operation, input)))
            && !input.has(SOURCE);
    if (lacksSource) {
      input.put(SOURCE, onlySource(calls));
    }
    checkComplete(operation, line);
    boolean streams =
        operation.streams().containsKey(CSV)
            && line.common().format().orElse(terminal.output() ? Format.TABLE : Format.CSV)
                == Format.CSV
            && !line.common().rowsOnly();
    if (streams) {
      stream(operation, input, calls);
      return ExitCode.SUCCESS;
    }
    printer.print(operation, calls.call(operation.name(), input), line.common());
    return ExitCode.SUCCESS;
  }

  /** A statement needs a source, also where the operation can do without a statement. */
  private static boolean isSql(Operation<?, ?> operation, ObjectNode input) {
    return operation.primary().equals("sql") && input.has("sql");
  }

  /** A reader such as `head` that has seen enough is no failure. */
  private void stream(Operation<?, ?> operation, ObjectNode input, Calls calls) {
    try {
      calls.stream(operation.name(), CSV, input, out);
    } catch (IOException broken) {
      if (!out.checkError()) {
        throw new AlidadeException(
            ErrorCode.SOURCE_UNAVAILABLE,
            "The connection broke before the answer was whole; what was printed is a part",
            broken);
      }
    }
  }

  private static void checkComplete(Operation<?, ?> operation, CommandLine line) {
    for (InputOption option : line.options()) {
      boolean wordless =
          option.field().equals(operation.primary())
              && Dialogue.isHeldBy(line.options())
              && Dialogue.needsNoWords(line.input());
      boolean needed =
          option.required()
              || (option.field().equals(operation.primary()) && Dialogue.isHeldBy(line.options()));
      if (needed && !wordless && !line.input().has(option.field())) {
        String how =
            option.field().equals(operation.primary())
                ? "the text itself, as in: ./alidade %s \"...\""
                    .formatted(CommandLine.subcommand(operation))
                : option.flag() + option.placeholder();
        throw new AlidadeException(
            ErrorCode.INVALID_INPUT,
            "`%s` needs %s. See: ./alidade %s --help"
                .formatted(operation.name(), how, CommandLine.subcommand(operation)));
      }
    }
  }

  /** Where there is one source only, nobody needs to name it. */
  private static String onlySource(Calls calls) {
    JsonNode sources = calls.call("list_sources", Json.mapper().createObjectNode()).path("sources");
    if (sources.size() == 1) {
      return sources.get(0).path("name").asText();
    }
    List<String> names = new ArrayList<>();
    sources.forEach(source -> names.add(source.path("name").asText()));
    throw new AlidadeException(
        ErrorCode.INVALID_INPUT,
        names.isEmpty()
            ? "There is no source to ask; name files with --data PATH"
            : "Which source? Give --source with one of: " + String.join(", ", names));
  }
}
