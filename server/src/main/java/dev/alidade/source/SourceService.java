package dev.alidade.source;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.Engine;
import dev.alidade.engine.ServerInfo;
import dev.alidade.engine.Setting;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.Sources;
import dev.alidade.operation.Invocation;
import dev.alidade.upload.Upload;
import dev.alidade.upload.UploadService;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Opens sources to see whether they answer, without keeping the caller waiting for long. */
final class SourceService {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Sources sources;
  private final KeptSources kept;
  private final SourceDrafts drafts;
  private final UploadService uploads;

  SourceService(Sources sources, KeptSources kept, SourceDrafts drafts, UploadService uploads) {
    this.sources = sources;
    this.kept = kept;
    this.drafts = drafts;
    this.uploads = uploads;
  }

  ListEnginesOutput engines() {
    return new ListEnginesOutput(
        sources.factories().stream().map(ListEnginesOutput.EngineForm::of).toList());
  }

  TestSourceOutput test(TestSourceInput input, Invocation invocation) {
    if (input.source().isPresent() == input.engine().isPresent()) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "Give either `source`, one that is there, or `engine` and `settings` of a new one");
    }
    if (input.source().isPresent() && input.settings().isPresent()) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "A source that is there has its settings; give `engine` with `settings` to try others, or use change_source");
    }
    long start = System.nanoTime();
    if (input.source().isPresent()) {
      String source = input.source().get();
      sources.definition(source);
      return tried(() -> answerOf(sources.engine(source)), Optional.empty(), start);
    }
    SourceDraft draft =
        drafts.of(
            input.name(),
            input.engine(),
            input.settings().orElse(Map.of()),
            List.of(),
            invocation.caller());
    return draft.problems().isEmpty()
        ? tried(() -> openedAnswer(draft), fileSetting(draft), start)
        : TestSourceOutput.wrong(draft, millisecondsSince(start));
  }

  private TestSourceOutput tried(
      Supplier<TestSourceOutput> test, Optional<String> fileSetting, long start) {
    try {
      return Patience.within(PATIENCE, test);
    } catch (AlidadeException failure) {
      return TestSourceOutput.failing(failure, fileSetting, millisecondsSince(start));
    }
  }

  SourceStatusOutput status(String source) {
    String engine = sources.definition(source).engine();
    Optional<ServerInfo> server = Optional.empty();
    Optional<String> problem = Optional.empty();
    try {
      server = Optional.of(Patience.within(PATIENCE, () -> sources.engine(source).server()));
    } catch (AlidadeException failure) {
      problem = Optional.of(failure.getMessage());
    }
    return new SourceStatusOutput(
        engine,
        server.map(ServerInfo::product),
        server.map(ServerInfo::version),
        problem,
        sources.opened(source).stream()
            .flatMap(opened -> opened.pools().stream())
            .map(SourceStatusOutput.Host::of)
            .toList(),
        kept.find(source).map(this::keeping));
  }

  private SourceStatusOutput.Keeping keeping(KeptSource source) {
    List<String> secrets =
        sources.factory(source.engine()).settings().stream()
            .filter(Setting::secret)
            .map(Setting::name)
            .toList();
    Map<String, Object> shown = new LinkedHashMap<>(source.settings());
    shown.keySet().removeAll(secrets);
    return new SourceStatusOutput.Keeping(
        source.addedBy(),
        source.addedAt().toString(),
        shown,
        secrets.stream().filter(source.settings()::containsKey).toList(),
        uploads.of(source.name()).stream().map(Upload::file).toList());
  }

  private Optional<String> fileSetting(SourceDraft draft) {
    return sources.factory(draft.source().engine()).settings().stream()
        .filter(Setting::isPath)
        .map(Setting::name)
        .filter(draft.source().settings()::containsKey)
        .findFirst();
  }

  private TestSourceOutput openedAnswer(SourceDraft draft) {
    SourceDefinition definition = kept.definition(draft.source(), draft.files());
    try (Engine opened = sources.factory(definition.engine()).open(definition)) {
      return answerOf(opened);
    }
  }

  private static TestSourceOutput answerOf(Engine engine) {
    long start = System.nanoTime();
    ServerInfo server = engine.server();
    int tables = engine.readCatalog().tables().size();
    return TestSourceOutput.working(server, tables, millisecondsSince(start));
  }

  private static long millisecondsSince(long start) {
    return Duration.ofNanos(System.nanoTime() - start).toMillis();
  }
}
