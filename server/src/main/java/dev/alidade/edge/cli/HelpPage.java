package dev.alidade.edge.cli;

import dev.alidade.operation.Operation;
import dev.alidade.operation.OperationRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What `help` and `--help` print, made from the operations' declarations. */
final class HelpPage {
  private static final String COMMON =
      """

      Options of every command
        --format FORMAT      table, json or csv; on a terminal table unless given,
                             elsewhere csv, or json where the answer is no single table
        --server URL         the server to ask (ALIDADE_SERVER; default http://localhost:8484)
        --data PATH...       ask these files and folders without a server
        --config FILE        ask the sources of this configuration without a server
        -x, --expanded       one line a value
        -t, --rows-only      no header, no notes
        -c TEXT, -f FILE     the text itself, or a file that holds it; - is standard input
        -h, --help           this page

      Data goes to standard output, all else to standard error. Exit codes: 0 done, 1 internal
      failure, 2 wrong request, 3 denied, 4 limit reached, 5 a system behind failed, 130 interrupted.
      """;

  private HelpPage() {}

  /** Everything that can be typed. */
  static String all(OperationRegistry registry) {
    StringBuilder page = new StringBuilder(overview()).append("\nOperations\n");
    for (Operation<?, ?> operation : registry.all()) {
      page.append("  %-22s%s%n".formatted(CommandLine.subcommand(operation), operation.title()));
    }
    return page.append(COMMON).toString();
  }

  private static String overview() {
    try (InputStream input = HelpPage.class.getResourceAsStream("help.txt")) {
      return new String(input.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** One sub-command. */
  static String of(Operation<?, ?> operation) {
    StringBuilder page = new StringBuilder();
    String name = CommandLine.subcommand(operation);
    String primary =
        operation.primary().isEmpty()
            ? ""
            : " \"%s\"".formatted(operation.primary().toUpperCase(java.util.Locale.ROOT));
    page.append("%s%n%n".formatted(operation.title()));
    page.append("%s%n%n".formatted(operation.description()));
    page.append("Usage: ./alidade %s%s [OPTIONS]%n%n".formatted(name, primary));
    page.append("Options\n");
    for (InputOption option : InputOption.of(operation)) {
      page.append(
          "  %-21s%s%s%n"
              .formatted(
                  option.flag() + option.placeholder(),
                  option.description(),
                  option.required() && !isGiven(operation, option) ? " (needed)" : ""));
    }
    page.append(COMMON);
    if (!operation.examples().isEmpty()) {
      page.append("\nExamples\n");
      operation.examples().forEach(line -> page.append("  ./alidade %s%n".formatted(line)));
    }
    return page.toString();
  }

  private static boolean isGiven(Operation<?, ?> operation, InputOption option) {
    return option.field().equals(operation.primary());
  }
}
