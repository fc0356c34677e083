package dev.alidade.edge.cli;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.edge.SampleOperations;
import dev.alidade.operation.Authenticator;
import dev.alidade.operation.Description;
import dev.alidade.operation.FileOutput;
import dev.alidade.operation.Operation;
import dev.alidade.operation.OperationRegistry;
import dev.alidade.operation.OutputFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs command lines on sample operations in this process and keeps what they print. */
final class CommandFixture implements Workplace {
  record SourceInput(
      @Description("Which source") String source,
      String text,
      Optional<Object> parameters,
      Optional<Boolean> loud) {}

  record SourceOutput(String source, String text, Optional<Object> parameters, boolean loud) {}

  record Source(String name, List<String> tags) {}

  record SourcesOutput(List<Source> sources) {}

  record PictureOutput(String alt, Optional<OutputFile> file) implements FileOutput {}

  private final List<String> sources;
  private final OperationRegistry registry;
  final List<String> openedData = new ArrayList<>();
  final List<String> openedConfigs = new ArrayList<>();
  int closed;
  Terminal terminal = new Terminal(false, false, 100, false);
  Map<String, String> environment = Map.of();
  String standardInput = "";
  String out = "";
  String errors = "";

  CommandFixture(String... sources) {
    this.sources = List.of(sources);
    List<Operation<?, ?>> all = new ArrayList<>(new SampleOperations().registry().all());
    all.add(
        Operation.named("list_sources", SampleOperations.Nothing.class, SourcesOutput.class)
            .title("List sources")
            .description("Lists sources.")
            .handledBy(
                (input, invocation) ->
                    new SourcesOutput(
                        this.sources.stream()
                            .map(name -> new Source(name, List.of("a", "b")))
                            .toList())));
    all.add(
        Operation.named("say_it", SourceInput.class, SourceOutput.class)
            .title("Say it")
            .description("Says it.")
            .primary("text")
            .examples("say-it hello --source one")
            .handledBy(
                (input, invocation) ->
                    new SourceOutput(
                        input.source(),
                        input.text(),
                        input.parameters(),
                        input.loud().orElse(false))));
    all.add(
        Operation.named("draw", SampleOperations.Nothing.class, PictureOutput.class)
            .title("Draw")
            .description("Draws.")
            .handledBy(
                (input, invocation) ->
                    new PictureOutput(
                        "a dot", Optional.of(OutputFile.of("dot.png", "image/png", "PNG")))));
    registry = new OperationRegistry(all);
  }

  OperationRegistry registry() {
    return registry;
  }

  /** Runs a command with `--data x` so that it stays in this process. */
  int runHere(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--data", "x"));
    return run(all.toArray(String[]::new));
  }

  int run(String... arguments) {
    ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    ByteArrayOutputStream errorBytes = new ByteArrayOutputStream();
    PrintStream outStream = new PrintStream(outBytes, false, StandardCharsets.UTF_8);
    PrintStream errorStream = new PrintStream(errorBytes, false, StandardCharsets.UTF_8);
    int code =
        new CliDoor(
                this,
                environment,
                terminal,
                new ByteArrayInputStream(standardInput.getBytes(StandardCharsets.UTF_8)),
                outStream,
                errorStream)
            .run(List.of(arguments), List.of("demo"));
    out = outBytes.toString(StandardCharsets.UTF_8);
    errors = errorBytes.toString(StandardCharsets.UTF_8);
    return code;
  }

  @Override
  public OperationRegistry declarations() {
    return registry;
  }

  @Override
  public Optional<String> apiKey() {
    return Optional.ofNullable(environment.get("ALIDADE_API_KEY"));
  }

  @Override
  public Open openData(List<String> paths) {
    if (paths.contains("missing.csv")) {
      throw new AlidadeException(ErrorCode.FILE_NOT_FOUND, "There is no missing.csv");
    }
    openedData.addAll(paths);
    return new Opened();
  }

  @Override
  public Open openConfig(String file) {
    openedConfigs.add(file);
    return new Opened();
  }

  private final class Opened implements Open {
    @Override
    public OperationRegistry operations() {
      return registry;
    }

    @Override
    public Authenticator authenticator() {
      return Authenticator.OPEN;
    }

    @Override
    public void close() {
      closed++;
    }
  }
}
