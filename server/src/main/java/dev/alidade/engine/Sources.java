package dev.alidade.engine;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Nearest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The configured sources; each is opened when it is first used, and one that fails takes no other
 * along.
 */
public final class Sources implements AutoCloseable {
  private final Map<String, SourceDefinition> definitions = new LinkedHashMap<>();
  private final Map<String, EngineFactory> factories;
  private final Map<String, Engine> open = new ConcurrentHashMap<>();

  /** Sources of these definitions; an unknown engine is a CONFIGURATION_INVALID. */
  public Sources(List<SourceDefinition> definitions, List<EngineFactory> factories) {
    this.factories =
        factories.stream().collect(Collectors.toMap(EngineFactory::engine, factory -> factory));
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
    return open.computeIfAbsent(
        name, ignored -> factories.get(definition.engine()).open(definition));
  }

  @Override
  public void close() {
    open.values().forEach(Engine::close);
    open.clear();
  }
}
