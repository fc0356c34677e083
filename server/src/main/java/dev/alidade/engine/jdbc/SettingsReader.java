package dev.alidade.engine.jdbc;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.SourceDefinition;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the settings of a source that is a server; a wrong one is a CONFIGURATION_INVALID. */
public final class SettingsReader {
  private final String source;
  private final Map<String, Object> settings;

  private SettingsReader(SourceDefinition definition) {
    this.source = definition.name();
    this.settings = definition.settings();
  }

  /** The settings of {@code definition}, whose URL may begin with one of {@code schemes}. */
  public static ServerSettings read(
      SourceDefinition definition, List<String> schemes, int usualPort) {
    return new SettingsReader(definition).read(schemes, usualPort);
  }

  private ServerSettings read(List<String> schemes, int usualPort) {
    int port = number("port").orElse(usualPort);
    Optional<ServerAddress> address = text("url").map(url -> address(url, schemes, port));
    if (address.isPresent() && (settings.containsKey("host") || settings.containsKey("database"))) {
      throw wrong("has a `url` and a `host` or `database`; say it once");
    }
    List<Host> hosts = address.map(ServerAddress::hosts).orElseGet(() -> hosts(port));
    Optional<String> username = text("username").or(() -> address.flatMap(ServerAddress::username));
    return new ServerSettings(
        source,
        hosts,
        text("database").or(() -> address.flatMap(ServerAddress::database)),
        credentials(username, address.flatMap(ServerAddress::password)),
        tls(hosts),
        number("pool").orElse(ServerSettings.USUAL_POOL),
        Duration.ofSeconds(number("pool-wait").orElse(ServerSettings.USUAL_WAIT_SECONDS)),
        Duration.ofSeconds(number("connect-timeout").orElse(ServerSettings.USUAL_CONNECT_SECONDS)),
        address.map(ServerAddress::options).orElse(Map.of()));
  }

  private ServerAddress address(String url, List<String> schemes, int usualPort) {
    try {
      return ServerAddress.parse(url, schemes, usualPort);
    } catch (IllegalArgumentException malformed) {
      // The cause is left out: it may repeat a part of the URL, and with it a password.
      throw wrong("has a `url` that cannot be read: it " + malformed.getMessage());
    }
  }

  private List<Host> hosts(int usualPort) {
    List<Host> hosts = new ArrayList<>();
    for (String text : texts("host")) {
      try {
        hosts.add(Host.parse(text, usualPort));
      } catch (IllegalArgumentException malformed) {
        throw wrong("has a `host` that is none: `%s`; write name or name:port".formatted(text));
      }
    }
    return hosts.isEmpty() ? List.of(new Host("localhost", usualPort)) : hosts;
  }

  private Credentials credentials(Optional<String> username, Optional<String> inUrl) {
    Optional<String> password = text("password").or(() -> inUrl);
    Optional<String> file = text("password-file");
    Optional<String> command = text("password-command");
    long said = List.of(password, file, command).stream().filter(Optional::isPresent).count();
    if (said > 1) {
      throw wrong("says its password more than once; keep one of password, -file and -command");
    }
    if (file.isPresent()) {
      return Credentials.file(source, username, Path.of(file.get()));
    }
    return command
        .map(line -> Credentials.command(source, username, line))
        .orElseGet(() -> Credentials.fixed(source, username, password));
  }

  private Tls tls(List<Host> hosts) {
    boolean local = hosts.stream().allMatch(Host::isLoopback);
    Optional<String> authority = text("tls-ca");
    Tls.Mode mode =
        switch (text("tls").orElse("auto")) {
          case "verify" -> Tls.Mode.VERIFY;
          case "encrypt" -> Tls.Mode.ENCRYPT;
          case "off" -> Tls.Mode.OFF;
          case "auto" -> local && authority.isEmpty() ? Tls.Mode.OFF : Tls.Mode.VERIFY;
          default -> throw wrong("has an unknown `tls`; write auto, verify, encrypt or off");
        };
    return new Tls(mode, authority);
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable(settings.get(name))
        .map(Object::toString)
        .filter(text -> !text.isBlank());
  }

  private List<String> texts(String name) {
    return switch (settings.get(name)) {
      case null -> List.of();
      case List<?> several -> several.stream().map(Object::toString).toList();
      default -> List.of(settings.get(name).toString());
    };
  }

  private Optional<Integer> number(String name) {
    return switch (settings.get(name)) {
      case null -> Optional.empty();
      case Integer number when number > 0 -> Optional.of(number);
      default -> throw wrong("has a `%s` that is not a number above 0".formatted(name));
    };
  }

  private AlidadeException wrong(String how) {
    return new AlidadeException(
        ErrorCode.CONFIGURATION_INVALID, "Source `%s` %s".formatted(source, how));
  }
}
