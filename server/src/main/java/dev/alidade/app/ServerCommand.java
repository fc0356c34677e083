package dev.alidade.app;

import dev.alidade.audit.AuditLog;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.edge.cli.ExitCode;
import dev.alidade.edge.cli.Terminal;
import dev.alidade.edge.http.ResourceSettings;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.identity.issuer.TrustedIssuer;
import dev.alidade.operation.Failure;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The commands that serve: `demo`, `serve`, `mcp`, and the training run of the build. */
final class ServerCommand {
  private static final String HELP =
      """
      Usage: ./alidade demo [PATH...] [OPTIONS]    serve the sample data, or these files and folders
             ./alidade serve [OPTIONS]             serve what the configuration describes
             ./alidade mcp [PATH...] [OPTIONS]     speak MCP on standard input and output
             ./alidade mcp install CLIENT          write that into a client's settings

      Options
        --port NUMBER     the port to listen on (default 8484; 0 is any free one)
        --host ADDRESS    the address to listen on (default 127.0.0.1: this machine only)
        --config FILE     the configuration (default alidade.yaml here or in the user's settings)
        --no-browser      do not open the browser
        --mcp-fixtures    also offer what the MCP conformance suite calls

      Files: CSV, TSV, JSON, NDJSON and Parquet, plain, .gz or .zst; DuckDB and SQLite databases.

      Examples
        ./alidade demo
        ./alidade demo ~/exports/sales.csv ~/exports/archive --port 9000
        ./alidade serve --config alidade.yaml
      """;

  private final Environment environment;
  private final Terminal terminal;
  private final PrintStream out;
  private final PrintStream errors;

  ServerCommand(Environment environment, Terminal terminal, PrintStream out, PrintStream errors) {
    this.environment = environment;
    this.terminal = terminal;
    this.out = out;
    this.errors = errors;
  }

  /** Serves until told to stop, and gives the exit code. */
  int run(List<String> arguments) {
    try {
      String command = arguments.getFirst();
      ServerOptions options = ServerOptions.read(command, arguments.subList(1, arguments.size()));
      if (options.help()) {
        out.print(HELP);
        return 0;
      }
      serve(command, options);
      return 0;
    } catch (RuntimeException | Error thrown) {
      Failure failure = Failure.of(thrown);
      errors.println("alidade: " + failure.message());
      return ExitCode.of(failure.type());
    }
  }

  private void serve(String command, ServerOptions options) {
    Config config = configOf(command, options);
    Path state = StateFolder.of(environment);
    boolean isDemo = !command.equals("serve") && options.config().isEmpty();
    List<SourceDefinition> sources =
        isDemo && config.sources().isEmpty() ? demoSources(options, state) : config.sources();
    if (command.equals("mcp")) {
      speakMcp(options, sources, config, state);
      return;
    }
    boolean isTraining = command.equals("train");
    ListenAddress address =
        new ListenAddress(
                options.host().orElse(config.server().host()),
                options.port().orElse(isTraining ? 0 : config.server().port()))
            .withRealPort();
    URI reached = config.server().publicUrl().orElseGet(() -> URI.create(address.url()));
    Config here = config.servedAt(reached);
    try (Product product = Product.open(sources, here, auditOf(here), state)) {
      boolean open = product.authenticator().isOpen();
      if (open && !address.isLoopback()) {
        throw tooOpen(address);
      }
      product.problems().forEach(problem -> errors.println("alidade: " + problem));
      Doors doors = new Doors(product, options.mcpFixtures());
      HttpServer.serve(
          address.host(),
          address.port(),
          router -> {
            // Not sooner: a server that nobody uses needs neither the engines nor the time.
            FirstVisit.mount(router, product::learn);
            doors.mount(router, namesOf(address, here), resourceOf(reached, here));
          },
          () -> {
            started(command, options, address, sources, open);
            product.pin();
            Rest.begin();
          });
    }
  }

  /** The names besides those of loopback that clients may call the server by. */
  private static Set<String> namesOf(ListenAddress address, Config config) {
    Set<String> names = new HashSet<>(address.outsideNames());
    config.server().publicUrl().map(URI::getHost).ifPresent(names::add);
    return names;
  }

  private static Optional<ResourceSettings> resourceOf(URI reached, Config config) {
    List<String> issuers = config.issuers().stream().map(TrustedIssuer::issuer).toList();
    return issuers.isEmpty()
        ? Optional.empty()
        : Optional.of(new ResourceSettings(reached, issuers));
  }

  private static AlidadeException tooOpen(ListenAddress address) {
    return new AlidadeException(
        ErrorCode.CONFIGURATION_INVALID,
        ("Listening on %s would let in everybody who reaches it: there are no callers. Name one"
                + " below `callers:` in alidade.yaml, or listen on 127.0.0.1 and create one with"
                + " ./alidade create-caller first")
            .formatted(address.host()));
  }

  private AuditLog auditOf(Config config) {
    return StateFolder.audit(environment, config.audit());
  }

  private void speakMcp(
      ServerOptions options, List<SourceDefinition> sources, Config config, Path state) {
    // This process serves no pages, but a server that the configuration names does.
    Config here = config.server().publicUrl().map(config::servedAt).orElse(config);
    try (Product product = Product.openQuickly(sources, here, auditOf(here), state)) {
      Rest.begin();
      new Doors(product, options.mcpFixtures())
          .stdio(environment.find("ALIDADE_API_KEY"))
          .serve(System.in, out);
    } catch (IOException cause) {
      throw new AlidadeException(
          ErrorCode.SOURCE_UNAVAILABLE, "The client closed the connection", cause);
    }
  }

  private Config configOf(String command, ServerOptions options) {
    boolean mayBeFound =
        command.equals("serve") || (command.equals("mcp") && options.paths().isEmpty());
    Optional<Path> file = options.config().map(Path::of);
    if (file.isEmpty() && mayBeFound) {
      file = usualConfig(environment);
    }
    if (file.isPresent()) {
      return new ConfigReader(Registry.engines(), environment).read(file.get());
    }
    if (command.equals("serve")) {
      throw new AlidadeException(
          ErrorCode.FILE_NOT_FOUND,
          "There is no alidade.yaml here; write one, name one with --config,"
              + " or try ./alidade demo");
    }
    return Config.EMPTY;
  }

  /** The configuration here, or in the user's settings. */
  static Optional<Path> usualConfig(Environment environment) {
    Path settings =
        environment
            .find("XDG_CONFIG_HOME")
            .map(Path::of)
            .orElse(Path.of(System.getProperty("user.home"), ".config"));
    return List.of(Path.of("alidade.yaml"), settings.resolve("alidade").resolve("alidade.yaml"))
        .stream()
        .filter(Files::exists)
        .findFirst();
  }

  private List<SourceDefinition> demoSources(ServerOptions options, Path state) {
    if (options.paths().isEmpty()) {
      return List.of(SampleData.shop(state));
    }
    DataFiles data = DataFiles.find(options.paths());
    data.skipped().forEach(reason -> errors.println("alidade: skipped: " + reason));
    return data.sources();
  }

  private void started(
      String command,
      ServerOptions options,
      ListenAddress address,
      List<SourceDefinition> sources,
      boolean open) {
    if (command.equals("train")) {
      Training.start(address.url(), terminal);
      return;
    }
    String names = sources.stream().map(SourceDefinition::name).collect(Collectors.joining(", "));
    // By hand: what formats numbers loads a language for it.
    long tenths = (sinceStart().toMillis() + 50) / 100;
    errors.println(
        "Alidade is ready at %s (%s %s; %s.%s s)"
            .formatted(
                address.url(),
                sources.size() == 1 ? "source" : "sources",
                sources.isEmpty() ? "none" : names,
                tenths / 10,
                tenths % 10));
    errors.println(
        open
            ? "Open to everybody on this machine and to nobody else; the first caller that is"
                + " created closes it."
            : "Every door asks for an API key or a sign-in.");
    errors.println("Press Ctrl-C to stop.");
    errors.flush();
    if (command.equals("demo") && options.browser()) {
      Browser.open(address.url(), terminal.errors(), System.getenv());
    }
  }

  /** By the JVM's own clock: the system knows to a second only when a process began. */
  private static Duration sinceStart() {
    return Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
  }
}
