package dev.alidade.app;

import dev.alidade.base.Caller;
import dev.alidade.cache.Pin;
import dev.alidade.cache.SourceRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the items of `cache.pins`. */
final class PinReader {
  private static final String EVERY = "every-seconds";
  private static final String CALLER = "caller";
  private static final List<String> SETTINGS = List.of("name", "source", "sql", CALLER, EVERY);
  private static final List<String> NEEDED = List.of("name", "source", "sql");
  private static final int USUAL_SECONDS = 60;
  private static final int MOST_SECONDS = 3_600;
  private static final int MOST = 100;

  private final List<String> sources;
  private final List<String> callers;
  private final Map<String, SourceRule> rules;
  private final Set<String> names = new HashSet<>();

  /** {@code callers} are those as whom rows may be read, {@code rules} those of the sources. */
  PinReader(List<String> sources, List<String> callers, Map<String, SourceRule> rules) {
    this.sources = List.copyOf(sources);
    this.callers = List.copyOf(callers);
    this.rules = Map.copyOf(rules);
  }

  List<Pin> read(ConfigNode list) {
    List<ConfigNode> items = list.items();
    if (items.size() > MOST) {
      list.problem("has %d pins; at most %d are kept".formatted(items.size(), MOST));
    }
    List<Pin> pins = new ArrayList<>();
    items.forEach(item -> pin(item).ifPresent(pins::add));
    return pins;
  }

  private Optional<Pin> pin(ConfigNode item) {
    Map<String, ConfigNode> fields = item.fields(SETTINGS);
    NEEDED.stream()
        .filter(key -> !fields.containsKey(key))
        .forEach(key -> item.problem("needs `%s: ...`".formatted(key)));
    Optional<String> name = Optional.ofNullable(fields.get("name")).flatMap(this::name);
    Optional<String> source = Optional.ofNullable(fields.get("source")).flatMap(this::source);
    Optional<String> sql = Optional.ofNullable(fields.get("sql")).flatMap(PinReader::sql);
    Optional<String> caller = caller(item, Optional.ofNullable(fields.get(CALLER)));
    Optional<Integer> every =
        Optional.ofNullable(fields.get(EVERY)).flatMap(field -> field.number(1, MOST_SECONDS));
    if (name.isEmpty() || source.isEmpty() || sql.isEmpty() || caller.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Pin(
            name.get(),
            source.get(),
            sql.get(),
            caller.get(),
            Duration.ofSeconds(every.orElse(USUAL_SECONDS))));
  }

  private Optional<String> name(ConfigNode field) {
    Optional<String> name = field.text();
    if (name.isPresent() && !name.get().matches("[a-zA-Z0-9_-]{1,64}")) {
      field.problem("must be 1 to 64 letters, digits, `_` and `-`");
      return Optional.empty();
    }
    if (name.isPresent() && !names.add(name.get())) {
      field.problem("is `%s`, as another pin is; rename one".formatted(name.get()));
    }
    return name;
  }

  private Optional<String> source(ConfigNode field) {
    Optional<String> source = field.oneOf(sources);
    if (source.map(rules::get).filter(SourceRule::off).isPresent()) {
      field.problem("is a source of which `cache.sources` keeps nothing; remove one of both");
    }
    return source;
  }

  /** As it is asked: what a block of YAML adds at its end, nobody writes. */
  private static Optional<String> sql(ConfigNode field) {
    Optional<String> sql = field.text().map(String::strip);
    if (sql.filter(String::isEmpty).isPresent()) {
      field.problem("must be a statement that reads");
      return Optional.empty();
    }
    return sql;
  }

  private Optional<String> caller(ConfigNode item, Optional<ConfigNode> field) {
    if (callers.isEmpty()) {
      item.problem("needs a caller below `callers:` as whom it is read; there is none");
      return Optional.empty();
    }
    if (field.isPresent()) {
      return field.get().oneOf(callers);
    }
    if (callers.contains(Caller.LOCAL.name())) {
      return Optional.of(Caller.LOCAL.name());
    }
    item.problem("needs `caller: ...`, as whom it is read: one of " + String.join(", ", callers));
    return Optional.empty();
  }
}
