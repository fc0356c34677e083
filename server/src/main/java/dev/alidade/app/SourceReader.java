package dev.alidade.app;

import dev.alidade.engine.EngineFactory;
import dev.alidade.engine.Setting;
import dev.alidade.engine.SourceDefinition;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the items of `sources` against the settings that each engine declares. */
final class SourceReader {
  private final Map<String, EngineFactory> engines;
  private final Path folder;
  private final Set<String> names = new HashSet<>();

  /** Relative paths are below {@code folder}. */
  SourceReader(List<EngineFactory> engines, Path folder) {
    this.engines =
        engines.stream()
            .collect(
                Collectors.toMap(
                    EngineFactory::engine,
                    Function.identity(),
                    (first, second) -> first,
                    LinkedHashMap::new));
    this.folder = folder;
  }

  Optional<SourceDefinition> read(ConfigNode item) {
    Map<String, ConfigNode> given = item.allFields();
    if (given.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> name = name(item, given);
    ConfigNode source = item.named(name.map(text -> "source " + text).orElse(item.name()));
    Optional<EngineFactory> engine = engine(source, given);
    if (engine.isEmpty()) {
      return Optional.empty();
    }
    List<Setting> settings = engine.get().settings();
    List<String> known = new ArrayList<>(List.of("name", "engine"));
    settings.forEach(setting -> known.add(setting.name()));
    Map<String, ConfigNode> fields = source.fields(known);
    Map<String, Object> values = new LinkedHashMap<>();
    for (Setting setting : settings) {
      ConfigNode field = fields.get(setting.name());
      if (field != null) {
        value(field, setting).ifPresent(value -> values.put(setting.name(), value));
      } else if (setting.required()) {
        source.problem("needs `%s: ...` (%s)".formatted(setting.name(), setting.description()));
      }
    }
    return name.map(text -> new SourceDefinition(text, engine.get().engine(), values));
  }

  private Optional<String> name(ConfigNode item, Map<String, ConfigNode> given) {
    if (!given.containsKey("name")) {
      item.problem("needs `name: ...`");
      return Optional.empty();
    }
    Optional<String> name = given.get("name").text();
    if (name.isPresent() && !name.get().matches(SourceDefinition.NAME)) {
      given.get("name").problem(SourceDefinition.NAME_IN_WORDS);
      return Optional.empty();
    }
    if (name.isPresent() && !names.add(name.get())) {
      given.get("name").problem("is `%s`, as another source is; rename one".formatted(name.get()));
    }
    return name;
  }

  private Optional<EngineFactory> engine(ConfigNode source, Map<String, ConfigNode> given) {
    if (!given.containsKey("engine")) {
      source.problem("needs `engine: ...`, one of: " + String.join(", ", engines.keySet()));
      return Optional.empty();
    }
    return given.get("engine").oneOf(List.copyOf(engines.keySet())).map(engines::get);
  }

  private Optional<Object> value(ConfigNode field, Setting setting) {
    return switch (setting.kind()) {
      case TEXT, COMMAND -> field.text().map(Object.class::cast);
      case TEXTS -> texts(field).map(Object.class::cast);
      case CHOICE -> field.oneOf(setting.choices()).map(Object.class::cast);
      case NUMBER -> field.number(0, Integer.MAX_VALUE).map(Object.class::cast);
      case FLAG -> field.flag().map(Object.class::cast);
      case PATH, SECRET_PATH -> path(field).map(Object.class::cast);
      case PATHS -> paths(field).map(Object.class::cast);
    };
  }

  private Optional<List<String>> texts(ConfigNode field) {
    List<ConfigNode> items = field.isList() ? field.items() : List.of(field);
    List<String> texts = new ArrayList<>();
    items.forEach(item -> item.text().ifPresent(texts::add));
    return texts.size() == items.size() ? Optional.of(List.copyOf(texts)) : Optional.empty();
  }

  private Optional<List<String>> paths(ConfigNode field) {
    List<ConfigNode> items = field.isList() ? field.items() : List.of(field);
    List<String> paths = new ArrayList<>();
    items.forEach(item -> path(item).ifPresent(paths::add));
    return paths.size() == items.size() ? Optional.of(List.copyOf(paths)) : Optional.empty();
  }

  private Optional<String> path(ConfigNode field) {
    Optional<String> text = field.text();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (text.get().isBlank()) {
      field.problem("must name a file");
      return Optional.empty();
    }
    try {
      String path = text.get();
      String home = System.getProperty("user.home");
      String absolute = path.startsWith("~/") ? home + path.substring(1) : path;
      return Optional.of(folder.resolve(absolute).normalize().toString());
    } catch (InvalidPathException impossible) {
      field.problem("is no path that this system can have");
      return Optional.empty();
    }
  }
}
