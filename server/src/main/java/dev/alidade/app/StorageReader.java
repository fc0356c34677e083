package dev.alidade.app;

import dev.alidade.delivery.storage.StorageKey;
import dev.alidade.delivery.storage.StorageSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the items of `exports.storage`. */
final class StorageReader {
  private static final List<String> SETTINGS =
      List.of(
          "name",
          "bucket",
          "prefix",
          "endpoint",
          "region",
          "path-style",
          "access-key",
          "secret-key",
          "roles");
  private static final List<String> NEEDED = List.of("bucket", "access-key", "secret-key");

  /** The region that storages write into signatures which have none. */
  private static final String USUAL_REGION = "us-east-1";

  private static final String BUCKET = "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]";
  private static final String REGION = "[a-z0-9][a-z0-9-]{0,62}";
  private static final String PREFIX =
      "[A-Za-z0-9_][A-Za-z0-9._=-]*(/[A-Za-z0-9_][A-Za-z0-9._=-]*)*/?";

  private StorageReader() {}

  /** What every setting is, for the message on one that is none. */
  static List<String> settings() {
    return SETTINGS;
  }

  /** A storage of that name, for those roles. */
  static Optional<StorageSettings> read(
      ConfigNode item, String name, Map<String, ConfigNode> fields, Optional<Set<String>> roles) {
    NEEDED.stream()
        .filter(key -> !fields.containsKey(key))
        .forEach(key -> item.problem("needs `%s: ...`".formatted(key)));
    Optional<String> bucket =
        matching(fields, "bucket", BUCKET, "must be small letters, digits, - and ., 3 to 63");
    Optional<String> prefix =
        matching(
            fields, "prefix", PREFIX, "must be names with / between them, such as team/exports");
    Optional<String> region =
        matching(fields, "region", REGION, "must be the name of a region such as eu-central-1");
    Optional<URI> endpoint =
        Optional.ofNullable(fields.get("endpoint")).flatMap(StorageReader::endpoint);
    Optional<String> access = key(fields, "access-key");
    Optional<String> secret = key(fields, "secret-key");
    boolean isElsewhere = fields.containsKey("endpoint");
    if (!isElsewhere && !fields.containsKey("region")) {
      item.problem("needs `region: ...`, or `endpoint: ...` where Amazon does not run it");
    }
    boolean pathStyle =
        Optional.ofNullable(fields.get("path-style")).flatMap(ConfigNode::flag).orElse(isElsewhere);
    if (bucket.isEmpty() || access.isEmpty() || secret.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new StorageSettings(
            name,
            bucket.get(),
            prefix.map(text -> text.endsWith("/") ? text : text + "/").orElse(""),
            endpoint,
            region.orElse(USUAL_REGION),
            pathStyle,
            new StorageKey(access.get(), secret.get()),
            roles));
  }

  private static Optional<String> matching(
      Map<String, ConfigNode> fields, String key, String pattern, String problem) {
    Optional<String> text = Optional.ofNullable(fields.get(key)).flatMap(ConfigNode::text);
    if (text.isPresent() && !text.get().matches(pattern)) {
      fields.get(key).problem(problem);
      return Optional.empty();
    }
    return text;
  }

  private static Optional<String> key(Map<String, ConfigNode> fields, String key) {
    Optional<String> text = Optional.ofNullable(fields.get(key)).flatMap(ConfigNode::text);
    if (text.isPresent() && !StorageKey.isUsable(text.get())) {
      fields.get(key).problem("must be one word of plain letters");
      return Optional.empty();
    }
    return text;
  }

  private static Optional<URI> endpoint(ConfigNode field) {
    Optional<URI> address = field.text().flatMap(StorageReader::uri);
    if (address.filter(StorageReader::isPlain).isEmpty()) {
      field.problem("must be an address such as https://storage.example, without a path");
      return Optional.empty();
    }
    return address;
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(new URI(text.strip().replaceFirst("/$", "")));
    } catch (URISyntaxException malformed) {
      return Optional.empty();
    }
  }

  private static boolean isPlain(URI address) {
    return List.of("http", "https").contains(String.valueOf(address.getScheme()))
        && address.getHost() != null
        && address.getRawUserInfo() == null
        && address.getRawPath().isEmpty()
        && address.getRawQuery() == null
        && address.getRawFragment() == null;
  }
}
