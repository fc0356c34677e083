package dev.alidade.engine.mysql;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.Engine;
import dev.alidade.engine.EngineFactory;
import dev.alidade.engine.Setting;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.jdbc.ServerSettings;
import dev.alidade.engine.jdbc.SettingsReader;
import java.util.ArrayList;
import java.util.List;

/** Opens sources that a MySQL or MariaDB server holds; the two go by either name. */
public final class MySqlFactory implements EngineFactory {
  private static final int PORT = 3306;
  private static final List<String> SCHEMES = List.of("mysql", "mariadb");
  private static final String DATABASES = "databases";
  private static final String SMALL = "tinyint1";

  private final String name;

  private MySqlFactory(String name) {
    this.name = name;
  }

  /** Sources whose engine is said to be {@code mysql}. */
  public static MySqlFactory mySql() {
    return new MySqlFactory("mysql");
  }

  /** Sources whose engine is said to be {@code mariadb}. */
  public static MySqlFactory mariaDb() {
    return new MySqlFactory("mariadb");
  }

  @Override
  public String engine() {
    return name;
  }

  @Override
  public List<Setting> settings() {
    List<Setting> settings =
        new ArrayList<>(ServerSettings.settings(name + "://reader@localhost:3306/shop", PORT));
    settings.add(
        Setting.optional(
            DATABASES,
            Setting.Kind.TEXTS,
            "Further databases of the server to show, beside the one to read"));
    settings.add(
        Setting.choice(
            SMALL,
            "What TINYINT(1) and BIT(1) hold: truth values, or small numbers",
            List.of("boolean", "integer")));
    settings.add(Setting.writable());
    return settings;
  }

  @Override
  public Engine open(SourceDefinition definition) {
    ServerSettings settings = SettingsReader.read(definition, SCHEMES, PORT);
    if (settings.database().isEmpty()) {
      throw invalid(definition, "needs `database`, the one whose tables are read");
    }
    if (!settings.options().isEmpty()) {
      throw invalid(
          definition,
          "has options behind the ? of its `url` that are not known here (%s); use the settings"
              .formatted(
                  String.join(", ", settings.options().keySet().stream().sorted().toList())));
    }
    boolean smallIsBoolean =
        switch (String.valueOf(definition.settings().getOrDefault(SMALL, "boolean"))) {
          case "boolean" -> true;
          case "integer" -> false;
          default -> throw invalid(definition, "has an unknown `tinyint1`; boolean or integer");
        };
    return new MySqlEngine(
        settings,
        databases(definition),
        new MySqlTypes(smallIsBoolean),
        Setting.isWritable(definition.settings()));
  }

  private static List<String> databases(SourceDefinition definition) {
    return switch (definition.settings().get(DATABASES)) {
      case null -> List.of();
      case List<?> several -> several.stream().map(Object::toString).toList();
      case Object one -> List.of(one.toString());
    };
  }

  private static AlidadeException invalid(SourceDefinition definition, String how) {
    return new AlidadeException(
        ErrorCode.CONFIGURATION_INVALID, "Source `%s` %s".formatted(definition.name(), how));
  }
}
