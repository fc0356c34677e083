package dev.alidade.engine.postgres;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Nearest;
import dev.alidade.engine.Engine;
import dev.alidade.engine.EngineFactory;
import dev.alidade.engine.Setting;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.jdbc.ServerSettings;
import dev.alidade.engine.jdbc.SettingsReader;
import dev.alidade.engine.jdbc.Tls;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Opens PostgreSQL databases, and those of servers that speak its protocol. */
public final class PostgresEngineFactory implements EngineFactory {
  private static final int PORT = 5432;
  private static final List<String> SCHEMES = List.of("postgresql", "postgres");
  private static final String SCHEMA = "schema";
  private static final String FUNCTIONS = "functions";

  // What a URL may say after its question mark; the rest has a setting of its own.
  private static final Set<String> OPTIONS =
      Set.of("sslmode", "sslrootcert", "currentSchema", "application_name", "ApplicationName");

  @Override
  public String engine() {
    return "postgres";
  }

  @Override
  public List<Setting> settings() {
    List<Setting> settings =
        new ArrayList<>(
            ServerSettings.settings("postgres://user:password@host:5432/database", PORT));
    settings.add(
        Setting.optional(SCHEMA, Setting.Kind.TEXT, "Schema whose tables may be named without it")
            .usually("public"));
    settings.add(
        Setting.optional(
            FUNCTIONS,
            Setting.Kind.TEXTS,
            "Functions of your own that statements may call, as schema.name; they must not write"));
    settings.add(Setting.writable());
    return List.copyOf(settings);
  }

  @Override
  public Engine open(SourceDefinition definition) {
    Map<String, Object> said = definition.settings();
    if (!said.containsKey("url")
        && !said.containsKey("database")
        && !said.containsKey("username")) {
      throw wrong(definition, "needs a `url`, or `host`, `database` and `username`");
    }
    ServerSettings settings = SettingsReader.read(definition, SCHEMES, PORT);
    Map<String, String> options = settings.options();
    for (String option : options.keySet()) {
      if (!OPTIONS.contains(option)) {
        throw wrong(
            definition,
            "has a `url` with the option `%s`, which is not known%s; the settings of a source say the rest"
                .formatted(option, Nearest.hint(option, OPTIONS)));
      }
    }
    String schema =
        Optional.ofNullable(said.get(SCHEMA))
            .map(Object::toString)
            .or(() -> Optional.ofNullable(options.get("currentSchema")))
            .orElse("public");
    return new PostgresEngine(
        said.containsKey("tls") ? settings : protectedAsUrlSays(definition, settings),
        schema,
        functions(said.get(FUNCTIONS)),
        Setting.isWritable(said));
  }

  private static ServerSettings protectedAsUrlSays(
      SourceDefinition definition, ServerSettings settings) {
    String sslMode = settings.options().getOrDefault("sslmode", "");
    Optional<String> authority =
        settings
            .tls()
            .authority()
            .or(() -> Optional.ofNullable(settings.options().get("sslrootcert")));
    Tls.Mode mode =
        switch (sslMode.toLowerCase(Locale.ROOT)) {
          case "disable" -> Tls.Mode.OFF;
          case "require" -> Tls.Mode.ENCRYPT;
          case "verify-ca", "verify-full" -> Tls.Mode.VERIFY;
          case "", "prefer", "allow" -> settings.tls().mode();
          default ->
              throw wrong(
                  definition,
                  "has a `url` whose sslmode is unknown; write disable, require or verify-full");
        };
    return new ServerSettings(
        settings.source(),
        settings.hosts(),
        settings.database(),
        settings.credentials(),
        new Tls(mode, authority),
        settings.poolSize(),
        settings.poolWait(),
        settings.connectTimeout(),
        settings.options());
  }

  private static Set<String> functions(Object said) {
    Set<String> functions = new HashSet<>();
    switch (said) {
      case null -> {}
      case List<?> several -> several.forEach(name -> functions.add(name.toString()));
      default -> functions.add(said.toString());
    }
    return functions;
  }

  private static AlidadeException wrong(SourceDefinition definition, String what) {
    return new AlidadeException(
        ErrorCode.CONFIGURATION_INVALID, "Source `%s` %s".formatted(definition.name(), what));
  }
}
