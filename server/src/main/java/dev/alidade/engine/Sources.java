package dev.alidade.engine;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Nearest;
import dev.alidade.base.Reuse;
import dev.alidade.base.ReuseCount;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sources, those of the configuration and those added since; each is opened when it is first
 * used, and one that fails takes no other along.
 */
public final class Sources implements AutoCloseable {
  private final Map<String, EngineFactory> factories;
  private final Map<String, Slot> configured = new LinkedHashMap<>();
  private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
  private final ReuseCount schemaCount = new ReuseCount();
  private final Clock clock;
  private volatile Map<String, Slot> added = Map.of();
  private volatile Runnable look = () -> {};

  /** Sources of these definitions; an unknown engine is a CONFIGURATION_INVALID. */
  public Sources(List<SourceDefinition> definitions, List<EngineFactory> factories) {
    this(definitions, factories, Clock.systemUTC());
  }

  /** The same; how old a schema is goes by {@code clock}. */
  public Sources(List<SourceDefinition> definitions, List<EngineFactory> factories, Clock clock) {
    this.clock = clock;
    this.factories =
        factories.stream()
            .collect(
                Collectors.toMap(
                    EngineFactory::engine,
                    factory -> factory,
                    (first, second) -> first,
                    LinkedHashMap::new));
    for (SourceDefinition definition : definitions) {
      if (!this.factories.containsKey(definition.engine())) {
        throw new AlidadeException(
            ErrorCode.CONFIGURATION_INVALID,
            "Source `%s`: no engine `%s`%s"
                .formatted(
                    definition.name(),
                    definition.engine(),
                    Nearest.hint(definition.engine(), this.factories.keySet())));
      }
      AddedSource source = new AddedSource(definition, Optional.empty(), Optional.empty());
      if (configured.put(definition.name(), slotOf(source)) != null) {
        throw new AlidadeException(
            ErrorCode.CONFIGURATION_INVALID,
            "Two sources are named `%s`; rename one".formatted(definition.name()));
      }
    }
  }

  /** Calls this before every look at the sources, so that it may say which were added. */
  public void lookingBy(Runnable looker) {
    look = looker;
  }

  /** Tells the name of every source that was added, changed or removed. */
  public void whenChanged(Consumer<String> listener) {
    listeners.add(listener);
  }

  /** Names in the order of the configuration, then those added since. */
  public List<String> names() {
    look.run();
    return Stream.concat(configured.keySet().stream(), added.keySet().stream()).toList();
  }

  /** Whether a source stands in the configuration, which nobody changes while this runs. */
  public boolean isConfigured(String name) {
    return configured.containsKey(name);
  }

  /** The configuration of a source. */
  public SourceDefinition definition(String name) {
    return slot(name).definition();
  }

  /** The engine of a source, opened if it is not yet. */
  public Engine engine(String name) {
    // Whoever waited while the source was replaced finds the new one.
    Optional<Engine> engine = Optional.empty();
    while (engine.isEmpty()) {
      Slot slot = slot(name);
      engine = slot.engine(factories.get(slot.definition().engine()));
    }
    return engine.get();
  }

  /** The engine of a source if it has been opened. */
  public Optional<Engine> opened(String name) {
    return slot(name).opened();
  }

  /** The tables of a source, which all who need them share. */
  public Schema schema(String name) {
    return slot(name).schema();
  }

  /** How often schemas were needed and read since the start. */
  public Reuse schemaReads() {
    return schemaCount.soFar();
  }

  /** Closes the engine of a source, which is opened again when it is next used. */
  public void release(String name) {
    slot(name).release();
  }

  /** These are the added sources from now on; what is the same as before stays open. */
  public synchronized void setAdded(List<AddedSource> sources) {
    Map<String, Slot> before = added;
    Map<String, Slot> after = new LinkedHashMap<>();
    for (AddedSource source : sources) {
      String name = source.definition().name();
      Slot kept = before.get(name);
      if (!configured.containsKey(name)) {
        boolean same = kept != null && source.opened().isEmpty() && kept.isOf(source);
        after.put(name, same ? kept : slotOf(source));
      }
    }
    added = Collections.unmodifiableMap(after);
    Set<String> touched = new LinkedHashSet<>(before.keySet());
    touched.addAll(after.keySet());
    touched.removeIf(name -> before.get(name) == after.get(name));
    touched.forEach(name -> listeners.forEach(listener -> listener.accept(name)));
    touched.forEach(name -> Optional.ofNullable(before.get(name)).ifPresent(Slot::close));
  }

  /** What opens sources of a kind; an unknown one is an INVALID_INPUT. */
  public EngineFactory factory(String engine) {
    EngineFactory factory = factories.get(engine);
    if (factory == null) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "No engine `%s`%s. Engines: %s"
              .formatted(
                  engine,
                  Nearest.hint(engine, factories.keySet()),
                  String.join(", ", factories.keySet())));
    }
    return factory;
  }

  /** The kinds of sources that can be opened, by name. */
  public List<EngineFactory> factories() {
    return List.copyOf(factories.values());
  }

  @Override
  public void close() {
    configured.values().forEach(Slot::close);
    added.values().forEach(Slot::close);
  }

  private Slot slotOf(AddedSource source) {
    String name = source.definition().name();
    return new Slot(source, new Schema(() -> engine(name), clock, schemaCount));
  }

  private Slot slot(String name) {
    look.run();
    Slot slot = configured.getOrDefault(name, added.get(name));
    if (slot == null) {
      List<String> names = names();
      throw new AlidadeException(
          ErrorCode.SOURCE_NOT_FOUND,
          "No source `%s`%s. Sources: %s"
              .formatted(name, Nearest.hint(name, names), String.join(", ", names)));
    }
    return slot;
  }
}
