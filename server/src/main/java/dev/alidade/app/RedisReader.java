package dev.alidade.app;

import dev.alidade.cache.shared.SharedSettings;
import dev.alidade.cache.shared.ShelfAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads `cache.redis`: where instances share results, and the secret that seals them there. */
final class RedisReader {
  private static final String TLS_CA = "tls-ca";
  private static final String TIMEOUT = "timeout-ms";
  private static final String PREFIX = "[A-Za-z0-9:_.-]{1,64}";
  private static final String FORM =
      "must be an address such as redis://redis.example:6379/0, or rediss:// for an encrypted way";
  private static final Duration USUAL_PATIENCE = Duration.ofMillis(50);
  private static final int LONGEST_PATIENCE = 1_000;
  private static final int USUAL_PORT = 6379;
  private static final int LEAST_SECRET = 32;

  private final Path folder;

  /** Files are named from {@code folder} on. */
  RedisReader(Path folder) {
    this.folder = folder;
  }

  Optional<SharedSettings> read(ConfigNode section) {
    Map<String, ConfigNode> fields =
        section.fields(List.of("url", "username", "password", TLS_CA, "key", "prefix", TIMEOUT));
    for (String needed : List.of("url", "key")) {
      if (!fields.containsKey(needed)) {
        section.problem("needs `%s: ...`".formatted(needed));
      }
    }
    Optional<ShelfAddress> address = field(fields, "url").flatMap(url -> address(url, fields));
    Optional<String> key = field(fields, "key").flatMap(RedisReader::secret);
    String prefix = field(fields, "prefix").flatMap(RedisReader::prefix).orElse("alidade:");
    Duration patience =
        field(fields, TIMEOUT)
            .flatMap(node -> node.number(1, LONGEST_PATIENCE))
            .map(Duration::ofMillis)
            .orElse(USUAL_PATIENCE);
    return address.isPresent() && key.isPresent()
        ? Optional.of(new SharedSettings(address.get(), key.get(), prefix, patience))
        : Optional.empty();
  }

  private Optional<ShelfAddress> address(ConfigNode node, Map<String, ConfigNode> fields) {
    Optional<String> username = field(fields, "username").flatMap(ConfigNode::text);
    Optional<String> password = field(fields, "password").flatMap(ConfigNode::text);
    Optional<Path> authority = field(fields, TLS_CA).flatMap(this::file);
    if (fields.containsKey("username") && !fields.containsKey("password")) {
      fields.get("username").problem("needs a `password: ...` beside it");
    }
    Optional<URI> url = node.text().flatMap(text -> url(node, text));
    if (url.isEmpty()) {
      return Optional.empty();
    }
    boolean tls = url.get().getScheme().equals("rediss");
    if (fields.containsKey(TLS_CA) && !tls) {
      fields.get(TLS_CA).problem("belongs to an address that begins with rediss://");
    }
    int port = url.get().getPort() < 0 ? USUAL_PORT : url.get().getPort();
    String path = url.get().getPath();
    int database = path.length() > 1 ? Integer.parseInt(path.substring(1)) : 0;
    return Optional.of(
        new ShelfAddress(url.get().getHost(), port, tls, database, username, password, authority));
  }

  private static Optional<URI> url(ConfigNode node, String text) {
    try {
      URI url = new URI(text.strip());
      if (url.getRawUserInfo() != null) {
        node.problem(
            "holds a name or password; write `username: ...` and `password: ...` beside it");
        return Optional.empty();
      }
      boolean right =
          url.getScheme() != null
              && List.of("redis", "rediss").contains(url.getScheme())
              && url.getHost() != null
              && url.getPort() <= 65_535
              && url.getPath().matches("/?|/[0-9]{1,4}")
              && url.getQuery() == null
              && url.getFragment() == null;
      if (right) {
        return Optional.of(url);
      }
    } catch (URISyntaxException noAddress) {
      // Said below.
    }
    node.problem(FORM);
    return Optional.empty();
  }

  private Optional<Path> file(ConfigNode node) {
    Optional<Path> file = node.text().map(folder::resolve);
    if (file.isPresent() && !Files.isReadable(file.get())) {
      node.problem("names a file that cannot be read; name a file of certificates (PEM)");
    }
    return file;
  }

  private static Optional<String> secret(ConfigNode node) {
    Optional<String> secret = node.text();
    if (secret.isPresent() && secret.get().strip().length() < LEAST_SECRET) {
      node.problem(
          "must have at least %d characters, and be the same for all instances; `openssl rand -base64 32` makes one"
              .formatted(LEAST_SECRET));
      return Optional.empty();
    }
    return secret.map(String::strip);
  }

  private static Optional<String> prefix(ConfigNode node) {
    Optional<String> prefix = node.text();
    if (prefix.isPresent() && !prefix.get().matches(PREFIX)) {
      node.problem("must be 1 to 64 letters, digits, `:`, `_`, `.` or `-`");
      return Optional.empty();
    }
    return prefix;
  }

  private static Optional<ConfigNode> field(Map<String, ConfigNode> fields, String key) {
    return Optional.ofNullable(fields.get(key));
  }
}
