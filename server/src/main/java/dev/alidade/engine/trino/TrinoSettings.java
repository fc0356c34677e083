package dev.alidade.engine.trino;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.Setting;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.jdbc.ServerSettings;
import dev.alidade.engine.jdbc.SettingsReader;
import dev.alidade.engine.trino.gate.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A source that is one catalog of a cluster.
 *
 * @param session the session properties as the driver takes them
 */
record TrinoSettings(ServerSettings server, Names names, String session) {
  private static final int USUAL_PORT = 8080;

  /** A connection is a few fields and no socket of its own; the cluster queues what is too much. */
  static final int USUAL_POOL = 32;

  /** The cluster ends what nobody has ended by then; longer than the longest export may run. */
  private static final Map<String, String> USUAL_SESSION = Map.of("query_max_run_time", "35m");

  static List<Setting> settings() {
    List<Setting> settings = new ArrayList<>();
    for (Setting setting :
        ServerSettings.settings("trino://cluster.example.com:8443/hive/sales", USUAL_PORT)) {
      if (setting.name().equals("pool")) {
        settings.add(setting.usually(Integer.toString(USUAL_POOL)));
        continue;
      }
      if (!setting.name().equals("database")) {
        settings.add(setting);
        continue;
      }
      settings.add(Setting.optional("catalog", Setting.Kind.TEXT, "Catalog to read"));
      settings.add(
          Setting.optional(
              "schema",
              Setting.Kind.TEXT,
              "Schema to read, and where tables are that are written without one"));
      settings.add(
          Setting.optional(
              "schemas",
              Setting.Kind.TEXTS,
              "All schemas to read, where there are several; without schema and schemas the whole catalog"));
      settings.add(
          Setting.optional(
              "session",
              Setting.Kind.TEXT,
              "Session properties, such as query_max_memory=1GB, join_distribution_type=AUTOMATIC"));
    }
    return List.copyOf(settings);
  }

  static TrinoSettings of(SourceDefinition definition) {
    Map<String, Object> given = new HashMap<>(definition.settings());
    given.putIfAbsent("pool", USUAL_POOL);
    ServerSettings server =
        SettingsReader.read(
            new SourceDefinition(definition.name(), definition.engine(), given),
            List.of("trino"),
            USUAL_PORT);
    List<String> path = List.of(server.database().orElse("").split("/", -1));
    Optional<String> catalog = text(given, "catalog").or(() -> part(path, 0));
    if (catalog.isEmpty()) {
      throw new AlidadeException(
          ErrorCode.CONFIGURATION_INVALID,
          "Source `%s` names no `catalog`; say which catalog of the cluster it is"
              .formatted(definition.name()));
    }
    Optional<String> schema = text(given, "schema").or(() -> part(path, 1));
    Set<String> schemas = new LinkedHashSet<>(texts(given.get("schemas")));
    schema.ifPresent(schemas::add);
    return new TrinoSettings(
        server,
        new Names(catalog.get(), schema, List.copyOf(schemas)),
        session(String.valueOf(given.getOrDefault("session", ""))));
  }

  /** The driver takes each property once: {@code name:value;name:value}. */
  private static String session(String properties) {
    Map<String, String> session = new TreeMap<>(USUAL_SESSION);
    for (String property : properties.split(",", -1)) {
      int equals = property.indexOf('=');
      if (equals > 0) {
        session.put(property.substring(0, equals).strip(), property.substring(equals + 1).strip());
      }
    }
    return session.entrySet().stream()
        .map(property -> property.getKey() + ":" + property.getValue())
        .collect(Collectors.joining(";"));
  }

  private static Optional<String> part(List<String> path, int index) {
    return path.size() > index && !path.get(index).isBlank()
        ? Optional.of(path.get(index).toLowerCase(Locale.ENGLISH))
        : Optional.empty();
  }

  private static Optional<String> text(Map<String, Object> settings, String name) {
    return Optional.ofNullable(settings.get(name))
        .map(Object::toString)
        .filter(text -> !text.isBlank())
        .map(text -> text.strip().toLowerCase(Locale.ENGLISH));
  }

  private static List<String> texts(Object setting) {
    return switch (setting) {
      case null -> List.of();
      case List<?> several ->
          several.stream().map(name -> name.toString().toLowerCase(Locale.ENGLISH)).toList();
      default -> List.of(setting.toString().toLowerCase(Locale.ENGLISH));
    };
  }
}
