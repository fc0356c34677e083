package dev.alidade.source;

import dev.alidade.base.AlidadeException;
import dev.alidade.engine.AddedSource;
import dev.alidade.engine.Engine;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.Sources;
import dev.alidade.upload.Upload;
import dev.alidade.upload.UploadService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * The sources of the store, as they are now among all sources. What this process changes holds at
 * once; what another process changes in the same store, within a second.
 */
final class KeptSources {
  private static final Duration LONGEST_UNSEEN = Duration.ofSeconds(1);

  private final Sources sources;
  private final SourceStore store;
  private final SettingsSeal seal;
  private final References references;
  private final UploadService uploads;
  private final Clock clock;
  private volatile Optional<Seen> seen = Optional.empty();

  private record Seen(List<KeptSource> kept, List<String> problems, long version, Instant at) {
    Seen lookedAt(Instant moment) {
      return new Seen(kept, problems, version, moment);
    }
  }

  KeptSources(
      Sources sources,
      SourceStore store,
      SettingsSeal seal,
      References references,
      UploadService uploads,
      Clock clock) {
    this.sources = sources;
    this.store = store;
    this.seal = seal;
    this.references = references;
    this.uploads = uploads;
    this.clock = clock;
  }

  /** Makes the sources those of the store, where another process may have changed them. */
  void look() {
    Optional<Seen> last = seen;
    if (last.isEmpty() || !isFresh(last.get())) {
      look(Map.of(), false);
    }
  }

  Optional<KeptSource> find(String name) {
    look();
    return seen.orElseThrow().kept().stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /** What is wrong with single sources, a sentence each. */
  List<String> problems() {
    look();
    return seen.orElseThrow().problems();
  }

  /** False where there is one of this name already. */
  boolean add(KeptSource source, Engine engine, Consumer<Handle> rest) {
    boolean added = store.add(row(source), rest);
    if (added) {
      look(Map.of(source.name(), engine), true);
    }
    return added;
  }

  void change(KeptSource source, Optional<Engine> engine, Consumer<Handle> rest) {
    store.change(row(source), rest);
    Map<String, Engine> opened = new LinkedHashMap<>();
    engine.ifPresent(each -> opened.put(source.name(), each));
    look(opened, true);
  }

  void remove(KeptSource source) {
    List<Upload> files = uploads.of(source.name());
    store.remove(source.name());
    look(Map.of(), true);
    uploads.delete(files);
  }

  /** What opens a source: values in the places of variables, and the files that belong to it. */
  SourceDefinition definition(KeptSource source, List<Upload> files) {
    sources.factory(source.engine());
    Map<String, Object> settings = new LinkedHashMap<>(references.resolved(source.settings()));
    List<String> paths = files.stream().map(file -> file.path().toString()).toList();
    files.stream()
        .findFirst()
        .map(Upload::data)
        .ifPresent(
            data -> settings.put(data.setting(), data.database() ? paths.getFirst() : paths));
    return new SourceDefinition(source.name(), source.engine(), settings);
  }

  /** A clock that was set back makes nothing fresh. */
  private boolean isFresh(Seen last) {
    Duration age = Duration.between(last.at(), clock.instant());
    return !age.isNegative() && age.compareTo(LONGEST_UNSEEN) < 0;
  }

  private synchronized void look(Map<String, Engine> opened, boolean evenIfFresh) {
    Optional<Seen> last = seen;
    if (!evenIfFresh && last.isPresent() && isFresh(last.get())) {
      return;
    }
    Instant now = clock.instant();
    if (!evenIfFresh && last.isPresent() && last.get().version() == store.version()) {
      seen = last.map(before -> before.lookedAt(now));
      return;
    }
    read(opened, now);
  }

  private void read(Map<String, Engine> opened, Instant now) {
    SourceStore.Content content = store.read();
    List<Upload> files = uploads.all();
    List<KeptSource> kept = new ArrayList<>();
    List<AddedSource> added = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (SourceStore.SealedSource row : content.sources()) {
      if (sources.isConfigured(row.name())) {
        problems.add(
            "Source `%s` was added by an operation and stands in the configuration too, which is what holds"
                .formatted(row.name()));
        continue;
      }
      AddedSource source = source(row, files, opened, kept);
      source.problem().ifPresent(problems::add);
      added.add(source);
    }
    // Whoever is told of the change looks here again.
    seen = Optional.of(new Seen(List.copyOf(kept), problems, content.version(), now));
    sources.setAdded(added);
  }

  /** A source that cannot be read is there all the same, so that somebody mends or removes it. */
  private AddedSource source(
      SourceStore.SealedSource row,
      List<Upload> files,
      Map<String, Engine> opened,
      List<KeptSource> kept) {
    KeptSource source = kept(row, Map.of());
    try {
      source = kept(row, seal.open(row.name(), row.sealed()));
      List<Upload> own =
          files.stream().filter(file -> file.source().equals(Optional.of(row.name()))).toList();
      return new AddedSource(
          definition(source, own), Optional.ofNullable(opened.get(row.name())), Optional.empty());
    } catch (AlidadeException unreadable) {
      return new AddedSource(
          new SourceDefinition(row.name(), row.engine(), Map.of()),
          Optional.empty(),
          Optional.of(
              "Source `%s` cannot be opened: %s".formatted(row.name(), unreadable.getMessage())));
    } finally {
      kept.add(source);
    }
  }

  private SourceStore.SealedSource row(KeptSource source) {
    return new SourceStore.SealedSource(
        source.name(),
        source.engine(),
        seal.seal(source.name(), source.settings()),
        source.addedBy(),
        source.addedAt().toEpochMilli(),
        source.changedAt().toEpochMilli());
  }

  private static KeptSource kept(SourceStore.SealedSource row, Map<String, Object> settings) {
    return new KeptSource(
        row.name(),
        row.engine(),
        settings,
        row.addedBy(),
        Instant.ofEpochMilli(row.addedAt()),
        Instant.ofEpochMilli(row.changedAt()));
  }
}
