package dev.alidade.source;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Nearest;
import dev.alidade.engine.Setting;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.Sources;
import dev.alidade.upload.Upload;
import dev.alidade.upload.UploadService;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Makes of what callers give what would be kept, and says all that is wrong with it. */
final class SourceDrafts {
  private final Sources sources;
  private final KeptSources kept;
  private final UploadService uploads;
  private final References references;
  private final GivenPaths paths;
  private final Clock clock;

  SourceDrafts(
      Sources sources,
      KeptSources kept,
      UploadService uploads,
      References references,
      GivenPaths paths,
      Clock clock) {
    this.sources = sources;
    this.kept = kept;
    this.uploads = uploads;
    this.references = references;
    this.paths = paths;
    this.clock = clock;
  }

  /** A new source; {@code name} is left out where it is only tried. */
  SourceDraft of(
      Optional<String> name,
      Optional<String> engine,
      Map<String, Object> settings,
      List<String> files,
      Caller caller) {
    List<SettingProblem> problems = new ArrayList<>();
    name.flatMap(this::problemOfName)
        .ifPresent(problem -> problems.add(new SettingProblem("name", problem)));
    List<Upload> received = uploads.find(caller, files, Optional.empty());
    String kind = received.isEmpty() ? given(engine) : engineOf(received, engine);
    Map<String, Object> checked = checked(kind, settings, received, problems);
    Instant now = clock.instant();
    KeptSource source =
        new KeptSource(name.orElse("new " + kind), kind, checked, caller.name(), now, now);
    return new SourceDraft(source, received, problems);
  }

  /** The sample data; no caller says where they are. */
  SourceDraft ofSample(SourceDefinition sample, Caller caller) {
    List<SettingProblem> problems =
        problemOfName(sample.name()).map(problem -> new SettingProblem("name", problem)).stream()
            .toList();
    Instant now = clock.instant();
    return new SourceDraft(
        new KeptSource(
            sample.name(), sample.engine(), Map.copyOf(sample.settings()), caller.name(), now, now),
        List.of(),
        problems);
  }

  /** A source that was added, with other settings or more files. */
  SourceDraft of(ChangeSourceInput input, KeptSource before, Caller caller) {
    List<SettingProblem> problems = new ArrayList<>();
    Map<String, Object> changed = input.settings().orElse(Map.of());
    Map<String, Object> settings = new LinkedHashMap<>(before.settings());
    settings.putAll(changed);
    input.without().orElse(List.of()).forEach(settings::remove);
    List<Upload> files = new ArrayList<>(uploads.of(before.name()));
    List<Upload> more =
        uploads.find(caller, input.uploads().orElse(List.of()), Optional.of(before.name()));
    if (!more.isEmpty() && files.isEmpty()) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "`%s` was not made of uploaded files; add a new source of them".formatted(before.name()));
    }
    files.addAll(more);
    if (!files.isEmpty()) {
      engineOf(files, Optional.of(before.engine()));
    }
    Map<String, Object> checked = checked(before.engine(), settings, files, problems);
    problems.addAll(secretsLeft(before, checked, changed.keySet()));
    return new SourceDraft(before.with(checked, clock.instant()), files, problems);
  }

  private Optional<String> problemOfName(String name) {
    if (!name.matches(SourceDefinition.NAME)) {
      return Optional.of(SourceDefinition.NAME_IN_WORDS);
    }
    if (sources.isConfigured(name)) {
      return Optional.of("is the name of a source in the configuration; choose another");
    }
    return kept.find(name)
        .map(source -> "is the name of another source; choose another, or use change_source");
  }

  private static String given(Optional<String> engine) {
    return engine.orElseThrow(
        () ->
            new AlidadeException(
                ErrorCode.INVALID_INPUT,
                "Give `engine` and `settings`, or `uploads`; list_engines names the engines"));
  }

  /** Files of tables are one source together; a database is one by itself. */
  private static String engineOf(List<Upload> files, Optional<String> given) {
    Optional<Upload> database = files.stream().filter(file -> file.data().database()).findFirst();
    if (database.isPresent() && files.size() > 1) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "%s is a database, which is a source by itself; add it without the other files"
              .formatted(database.get().file()));
    }
    String engine = files.getFirst().data().engine();
    if (given.isPresent() && !given.get().equals(engine)) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "%s is read by the engine `%s`, not `%s`; leave `engine` out"
              .formatted(files.getFirst().file(), engine, given.get()));
    }
    return engine;
  }

  private Map<String, Object> checked(
      String engine,
      Map<String, Object> settings,
      List<Upload> files,
      List<SettingProblem> problems) {
    List<Setting> known =
        sources.factory(engine).settings().stream()
            // Uploaded files stand in the places of others.
            .filter(setting -> files.isEmpty() || !setting.isPath())
            .toList();
    GivenSettings.Checked checked = new GivenSettings(known, references, paths).check(settings);
    problems.addAll(checked.problems());
    return checked.written();
  }

  /**
   * A secret that was given for one place must not be sent to another by whoever never knew it:
   * what says where and how is changed together with it.
   */
  private List<SettingProblem> secretsLeft(
      KeptSource before, Map<String, Object> after, Set<String> given) {
    Map<String, Setting> known = new LinkedHashMap<>();
    sources.factory(before.engine()).settings().forEach(each -> known.put(each.name(), each));
    Set<String> touched = new LinkedHashSet<>(before.settings().keySet());
    touched.addAll(after.keySet());
    touched.removeIf(name -> Objects.equals(before.settings().get(name), after.get(name)));
    Optional<String> moved =
        touched.stream()
            .filter(
                name ->
                    saysWhere(known.get(name), before.settings().get(name))
                        || saysWhere(known.get(name), after.get(name)))
            .findFirst();
    Set<String> secrets = new HashSet<>(after.keySet());
    secrets.removeIf(name -> !known.get(name).secret() || given.contains(name));
    return moved
        .map(
            what ->
                secrets.stream()
                    .sorted()
                    .map(
                        secret ->
                            new SettingProblem(
                                secret, "is needed again, because `%s` changes".formatted(what)))
                    .toList())
        .orElse(List.of());
  }

  /** An address may hold a password, and so be a secret itself. */
  private static boolean saysWhere(Setting setting, Object value) {
    return setting.secret()
        ? value != null && value.toString().contains("://")
        : setting.kind() != Setting.Kind.FLAG;
  }

  /** The added source of that name; one of the configuration is changed there. */
  KeptSource find(String name) {
    if (sources.isConfigured(name)) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "Source `%s` stands in the configuration (or was named when the server was started); change it there and restart"
              .formatted(name));
    }
    return kept.find(name)
        .orElseThrow(
            () ->
                new AlidadeException(
                    ErrorCode.SOURCE_NOT_FOUND,
                    "There is no source `%s`%s; list_sources names those that exist"
                        .formatted(name, Nearest.hint(name, sources.names()))));
  }
}
