package dev.alidade.app;

import dev.alidade.edge.cli.CliDoor;
import dev.alidade.edge.cli.ExitCode;
import dev.alidade.edge.cli.Terminal;
import dev.alidade.edge.install.InstallCommand;
import dev.alidade.edge.install.Places;
import dev.alidade.evaluate.EvaluateCommand;
import dev.alidade.evaluate.TrainCommand;
import dev.alidade.operation.Failure;
import dev.alidade.trail.AuditCommand;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Entry point of the product: one command line for the servers and for every operation. */
@QuarkusMain
public final class Main {
  private static final List<String> SERVERS = List.of("demo", "serve", "mcp", "train");

  private Main() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] arguments) {
    // Output is UTF-8 whatever the locale, and what was printed is out before the process ends.
    PrintStream out = stream(FileDescriptor.out);
    PrintStream errors = stream(FileDescriptor.err);
    int code = run(Arrays.asList(arguments), System.getenv(), out, errors);
    out.flush();
    errors.flush();
    System.exit(code);
  }

  private static int run(
      List<String> arguments, Map<String, String> variables, PrintStream out, PrintStream errors) {
    Environment environment = Environment.of(variables, Path.of(""));
    Terminal terminal = Terminal.of(System.getProperties(), variables);
    if (InstallCommand.isMeant(arguments)) {
      return exitCodeOf(
          () -> installation(variables, terminal, out, errors).run(arguments), errors);
    }
    if (!arguments.isEmpty() && SERVERS.contains(arguments.getFirst())) {
      return new ServerCommand(environment, terminal, out, errors).run(arguments);
    }
    if (!arguments.isEmpty() && arguments.getFirst().equals("eval")) {
      List<String> words = arguments.subList(1, arguments.size());
      return exitCodeOf(() -> evaluation(environment, out, errors).run(words), errors);
    }
    if (!arguments.isEmpty() && arguments.getFirst().equals("train-planner")) {
      List<String> words = arguments.subList(1, arguments.size());
      return exitCodeOf(() -> training(environment, errors).run(words), errors);
    }
    if (!arguments.isEmpty() && arguments.getFirst().equals("audit")) {
      List<String> words = arguments.subList(1, arguments.size());
      return exitCodeOf(() -> audit(environment, out).run(words), errors);
    }
    CliDoor door =
        new CliDoor(
            new LocalWorkplace(environment, errors), variables, terminal, System.in, out, errors);
    return door.run(
        arguments,
        List.of(
            "demo", "serve", "mcp", "eval", "train-planner", "audit", "bench", "build", "test"));
  }

  private static InstallCommand installation(
      Map<String, String> variables, Terminal terminal, PrintStream out, PrintStream errors) {
    Places places =
        new Places(
            Places.Platform.of(System.getProperty("os.name")),
            Path.of(System.getProperty("user.home")),
            variables,
            Path.of("").toAbsolutePath());
    return new InstallCommand(
        places,
        Optional.ofNullable(System.getProperty("alidade.launcher")),
        new InstallCommand.Talk(System.in, terminal.input() && terminal.errors(), out, errors));
  }

  private static EvaluateCommand evaluation(
      Environment environment, PrintStream out, PrintStream errors) {
    Path state = StateFolder.of(environment);
    return new EvaluateCommand(
        Registry::suiteDatabase,
        source -> SampleData.file(source, state),
        config -> ConfiguredModels.open(config, environment),
        out,
        errors);
  }

  private static TrainCommand training(Environment environment, PrintStream errors) {
    Path state = StateFolder.of(environment);
    return new TrainCommand(
        Registry::suiteDatabase, source -> SampleData.file(source, state), errors);
  }

  private static AuditCommand audit(Environment environment, PrintStream out) {
    return new AuditCommand(
        StateFolder.of(environment), environment.find("ALIDADE_AUDIT_KEY"), out);
  }

  private static int exitCodeOf(Runnable command, PrintStream errors) {
    try {
      command.run();
      return 0;
    } catch (RuntimeException | Error thrown) {
      Failure failure = Failure.of(thrown);
      errors.println("alidade: " + failure.message());
      return ExitCode.of(failure.type());
    }
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }
}
