package dev.alidade.engine.jdbc;

import dev.alidade.engine.Setting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How a source that is a server is reached.
 *
 * @param options what the URL said after {@code ?}, for the engine to understand or refuse
 * @param poolSize connections to each host at most
 * @param poolWait how long a request waits for one of them
 */
public record ServerSettings(
    String source,
    List<Host> hosts,
    Optional<String> database,
    Credentials credentials,
    Tls tls,
    int poolSize,
    Duration poolWait,
    Duration connectTimeout,
    Map<String, String> options) {
  static final int USUAL_POOL = 8;
  static final int USUAL_WAIT_SECONDS = 10;
  static final int USUAL_CONNECT_SECONDS = 5;

  public ServerSettings {
    Objects.requireNonNull(source, "source");
    hosts = List.copyOf(hosts);
    Objects.requireNonNull(database, "database");
    Objects.requireNonNull(credentials, "credentials");
    Objects.requireNonNull(tls, "tls");
    Objects.requireNonNull(poolWait, "poolWait");
    Objects.requireNonNull(connectTimeout, "connectTimeout");
    options = Map.copyOf(options);
    if (hosts.isEmpty() || poolSize < 1) {
      throw new IllegalArgumentException("a server has hosts and connections");
    }
  }

  /** The settings that every source of this kind takes. */
  public static List<Setting> settings(String exampleUrl, int usualPort) {
    return List.of(
        new Setting(
            "url",
            Setting.Kind.TEXT,
            false,
            true,
            "Address, such as %s; instead of host, port and database".formatted(exampleUrl)),
        Setting.optional(
                "host",
                Setting.Kind.TEXTS,
                "Host name or address, with :port where it differs; a list for replicas")
            .usually("localhost"),
        Setting.optional("port", Setting.Kind.NUMBER, "Port of the hosts")
            .usually(Integer.toString(usualPort)),
        Setting.optional("database", Setting.Kind.TEXT, "Database to read"),
        Setting.optional(
            "username", Setting.Kind.TEXT, "Account; one that may only read is enough"),
        Setting.secret("password", "Password, best as ${VARIABLE}"),
        Setting.optional(
            "password-file",
            Setting.Kind.SECRET_PATH,
            "File that holds the password; read at each new connection"),
        Setting.optional(
            "password-command",
            Setting.Kind.COMMAND,
            "Command that prints the password; run at each new connection"),
        Setting.choice(
            "tls",
            "Protection of the way there: verify the server's certificate, only encrypt, or off;"
                + " off where every host is this machine, verify otherwise",
            List.of("auto", "verify", "encrypt", "off")),
        Setting.optional(
            "tls-ca", Setting.Kind.PATH, "File of certificates (PEM) to trust instead of Java's"),
        Setting.optional("pool", Setting.Kind.NUMBER, "Connections to each host at most")
            .usually(Integer.toString(USUAL_POOL)),
        Setting.optional(
                "pool-wait", Setting.Kind.NUMBER, "Seconds that a request waits for one of them")
            .usually(Integer.toString(USUAL_WAIT_SECONDS)),
        Setting.optional("connect-timeout", Setting.Kind.NUMBER, "Seconds to wait for a connection")
            .usually(Integer.toString(USUAL_CONNECT_SECONDS)));
  }

  /** Whether nothing travels over a network. */
  public boolean isLocal() {
    return hosts.stream().allMatch(Host::isLoopback);
  }

  /** Where it is, without what may be secret. */
  @Override
  public String toString() {
    return "%s at %s".formatted(source, hosts);
  }
}
