package dev.alidade.engine;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Nearest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/**
 * The configured sources; each is opened when it is first used, and one that fails takes no other
 * along.
 */
public final class Sources implements AutoCloseable {
  private final Map<String, SourceDefinition> definitions = new LinkedHashMap<>();
  private final Map<String, EngineFactory> factories;
  private final Map<String, Slot> slots = new LinkedHashMap<>();

  /** One source: opening it holds up nobody but those who ask for it. */
  private static final class Slot {
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Optional<Engine> engine = Optional.empty();
  }

  /** Sources of these definitions; an unknown engine is a CONFIGURATION_INVALID. */
  public Sources(List<SourceDefinition> definitions, List<EngineFactory> factories) {
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
      if (this.definitions.put(definition.name(), definition) != null) {
        throw new AlidadeException(
            ErrorCode.CONFIGURATION_INVALID,
            "Two sources are named `%s`; rename one".formatted(definition.name()));
      }
      slots.put(definition.name(), new Slot());
    }
  }

  /** Names in the order of the configuration. */
  public List<String> names() {
    return List.copyOf(definitions.keySet());
  }

  /** The configuration of a source. */
  public SourceDefinition definition(String name) {
    SourceDefinition definition = definitions.get(name);
    if (definition == null) {
      throw new AlidadeException(
          ErrorCode.SOURCE_NOT_FOUND,
          "No source `%s`%s. Sources: %s"
              .formatted(
                  name,
                  Nearest.hint(name, definitions.keySet()),
                  String.join(", ", definitions.keySet())));
    }
    return definition;
  }

  /** The engine of a source, opened if it is not yet. */
  public Engine engine(String name) {
    SourceDefinition definition = definition(name);
    Slot slot = slots.get(name);
    Optional<Engine> opened = slot.engine;
    return opened.isPresent() ? opened.get() : open(definition, slot);
  }

  /** The engine of a source if it has been opened. */
  public Optional<Engine> opened(String name) {
    definition(name);
    return slots.get(name).engine;
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
    for (Slot slot : slots.values()) {
      slot.engine.ifPresent(Engine::close);
    }
  }

  private Engine open(SourceDefinition definition, Slot slot) {
    slot.lock.lock();
    try {
      if (slot.engine.isEmpty()) {
        slot.engine = Optional.of(factories.get(definition.engine()).open(definition));
      }
      return slot.engine.get();
    } finally {
      slot.lock.unlock();
    }
  }
}
