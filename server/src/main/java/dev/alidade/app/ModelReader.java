package dev.alidade.app;

import dev.alidade.ask.Planners;
import dev.alidade.ask.model.ApiKey;
import dev.alidade.ask.model.Cap;
import dev.alidade.ask.model.ModelChoice;
import dev.alidade.ask.model.ModelSettings;
import dev.alidade.ask.model.PlannerChoice;
import dev.alidade.ask.model.Price;
import dev.alidade.ask.model.Provider;
import dev.alidade.ask.model.Share;
import dev.alidade.ask.model.Sharing;
import dev.alidade.ask.model.Timeouts;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the items of `models`, and the section `ask` that says how questions use them. */
final class ModelReader {
  private static final List<String> SETTINGS =
      List.of(
          "name",
          "provider",
          "model",
          "base-url",
          "api-key",
          "timeouts",
          "max-tokens",
          "temperature",
          "candidates",
          "retries",
          "price",
          "cap",
          "share",
          "keep");
  private static final List<String> NEEDED = List.of("name", "provider", "model");
  private static final List<String> PROVIDERS = List.of("anthropic", "openai");
  private static final List<String> SHARES = List.of("schema", "values", "nothing");
  private static final List<String> PLANNERS = List.of("built-in", "model", "both");
  private static final int MOST_TOKENS = 200_000;
  private static final int MOST_CANDIDATES = 10;
  private static final int MOST_RETRIES = 10;
  private static final BigDecimal MOST_MONEY = BigDecimal.valueOf(1_000_000);
  private static final Duration LONGEST_CALL = Duration.ofMinutes(10);
  private static final Duration LONGEST_KEPT = Duration.ofDays(30);

  private final List<String> sources;
  private final Set<String> names = new HashSet<>();

  ModelReader(List<String> sources) {
    this.sources = List.copyOf(sources);
  }

  Optional<ModelSettings> read(ConfigNode item) {
    Map<String, ConfigNode> fields = item.fields(SETTINGS);
    NEEDED.stream()
        .filter(key -> !fields.containsKey(key))
        .forEach(key -> item.problem("needs `%s: ...`".formatted(key)));
    Optional<String> name = field(fields, "name").flatMap(ModelReader::name);
    Optional<Provider> provider =
        field(fields, "provider")
            .flatMap(field -> field.oneOf(PROVIDERS))
            .map(word -> Provider.valueOf(word.toUpperCase(Locale.ROOT)));
    Optional<String> model = field(fields, "model").flatMap(ModelReader::filled);
    Optional<URI> baseUrl = field(fields, "base-url").flatMap(ModelReader::address);
    Optional<ApiKey> key = field(fields, "api-key").flatMap(ModelReader::key);
    Price price = field(fields, "price").map(ModelReader::price).orElse(Price.FREE);
    Cap cap = field(fields, "cap").map(ModelReader::cap).orElse(Cap.NONE);
    Timeouts timeouts = field(fields, "timeouts").map(ModelReader::timeouts).orElse(Timeouts.USUAL);
    Sharing sharing = field(fields, "share").map(this::sharing).orElse(Sharing.USUAL);
    if (!cap.equals(Cap.NONE) && price.equals(Price.FREE)) {
      fields.get("cap").problem("needs `price: { input: ..., output: ... }` to know what is spent");
    }
    if (key.isPresent() && baseUrl.filter(ModelReader::isOpen).isPresent()) {
      fields
          .get("base-url")
          .problem("would send the key over http to another machine; write https");
    }
    int tokens = number(fields, "max-tokens", 256, MOST_TOKENS, ModelSettings.USUAL_TOKENS);
    int candidates =
        number(fields, "candidates", 1, MOST_CANDIDATES, ModelSettings.USUAL_CANDIDATES);
    int retries = number(fields, "retries", 0, MOST_RETRIES, ModelSettings.USUAL_RETRIES);
    Optional<BigDecimal> temperature =
        field(fields, "temperature").flatMap(node -> amount(node, BigDecimal.TWO));
    Duration keep =
        field(fields, "keep")
            .flatMap(node -> time(node, LONGEST_KEPT))
            .orElse(ModelSettings.USUAL_KEEP);
    if (name.isEmpty() || provider.isEmpty() || model.isEmpty()) {
      return Optional.empty();
    }
    if (!names.add(name.get())) {
      fields.get("name").problem("is `%s`, as another model is; rename one".formatted(name.get()));
    }
    return Optional.of(
        new ModelSettings(
            name.get(),
            provider.get(),
            model.get(),
            baseUrl.orElse(provider.get().address()),
            key,
            timeouts,
            tokens,
            temperature,
            candidates,
            retries,
            price,
            cap,
            sharing,
            keep));
  }

  /** The section `ask`, which may name one of the models read before. */
  ModelChoice choice(ConfigNode section) {
    Map<String, ConfigNode> fields = section.fields(List.of("planner", "model", "raw-sql"));
    Optional<PlannerChoice> planner =
        field(fields, "planner")
            .flatMap(field -> field.oneOf(PLANNERS))
            .map(word -> PlannerChoice.valueOf(word.replace('-', '_').toUpperCase(Locale.ROOT)));
    if (names.isEmpty()) {
      section.problem("says how questions use models, but there are none; name one below `models`");
    }
    Optional<String> model =
        field(fields, "model").flatMap(field -> field.oneOf(names.stream().sorted().toList()));
    return new ModelChoice(
        planner.orElse(ModelChoice.USUAL.planner()),
        model,
        field(fields, "raw-sql").flatMap(ConfigNode::flag).orElse(false));
  }

  private static Optional<ConfigNode> field(Map<String, ConfigNode> fields, String key) {
    return Optional.ofNullable(fields.get(key));
  }

  private static int number(
      Map<String, ConfigNode> fields, String key, int least, int most, int usual) {
    return field(fields, key).flatMap(node -> node.number(least, most)).orElse(usual);
  }

  private static Optional<String> name(ConfigNode field) {
    Optional<String> text = field.text();
    if (text.isPresent() && !text.get().matches("[A-Za-z][A-Za-z0-9_.-]{0,39}")) {
      field.problem("must be a short name of letters, digits, `-`, `_` and `.`");
      return Optional.empty();
    }
    if (text.equals(Optional.of(Planners.BUILT_IN))) {
      field.problem("is what the planner that comes with Alidade is called; name it otherwise");
      return Optional.empty();
    }
    return text;
  }

  private static Optional<String> filled(ConfigNode field) {
    Optional<String> text = field.text();
    if (text.isPresent() && text.get().isBlank()) {
      field.problem("must name the model as its provider does");
      return Optional.empty();
    }
    return text;
  }

  private static Optional<ApiKey> key(ConfigNode field) {
    try {
      return field.text().map(ApiKey::new);
    } catch (IllegalArgumentException noKey) {
      field.problem("is no key: it is empty, or holds blanks or unusual letters");
      return Optional.empty();
    }
  }

  private static Optional<URI> address(ConfigNode field) {
    Optional<String> text = field.text();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (text.get().matches("https?://[^\\s@?#]+")) {
      try {
        URI address = URI.create(text.get().replaceFirst("/+$", ""));
        if (address.getHost() != null) {
          return Optional.of(address);
        }
      } catch (IllegalArgumentException noAddress) {
        // Said below.
      }
    }
    field.problem(
        "must be an address such as http://localhost:11434/v1, without name and password");
    return Optional.empty();
  }

  private static boolean isOpen(URI address) {
    boolean here =
        List.of("localhost", "127.0.0.1", "[::1]")
            .contains(address.getHost().toLowerCase(Locale.ROOT));
    return address.getScheme().equals("http") && !here;
  }

  private static Timeouts timeouts(ConfigNode node) {
    Map<String, ConfigNode> fields = node.fields(List.of("connect", "silence", "whole"));
    return new Timeouts(
        time(fields, "connect").orElse(Timeouts.USUAL.connect()),
        time(fields, "silence").orElse(Timeouts.USUAL.silence()),
        time(fields, "whole").orElse(Timeouts.USUAL.whole()));
  }

  private static Optional<Duration> time(Map<String, ConfigNode> fields, String key) {
    return field(fields, key).flatMap(node -> time(node, LONGEST_CALL));
  }

  private static Optional<Duration> time(ConfigNode node, Duration longest) {
    Optional<String> text = node.text().map(String::strip);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (text.get().matches("\\d{1,6}(ms|s|m|h|d)")) {
      String unit = text.get().replaceAll("\\d", "");
      long count = Long.parseLong(text.get().replaceAll("\\D", ""));
      Duration time =
          switch (unit) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
          };
      if (time.compareTo(longest) <= 0) {
        return Optional.of(time);
      }
    }
    node.problem("must be a time such as 30s, at most %d m".formatted(longest.toMinutes()));
    return Optional.empty();
  }

  private static Price price(ConfigNode node) {
    Map<String, ConfigNode> fields = node.fields(List.of("input", "output"));
    List.of("input", "output").stream()
        .filter(key -> !fields.containsKey(key))
        .forEach(key -> node.problem("needs `%s: ...`, of a million tokens".formatted(key)));
    return new Price(money(fields, "input"), money(fields, "output"));
  }

  private static BigDecimal money(Map<String, ConfigNode> fields, String key) {
    return field(fields, key).flatMap(node -> amount(node, MOST_MONEY)).orElse(BigDecimal.ZERO);
  }

  private static Cap cap(ConfigNode node) {
    Map<String, ConfigNode> fields = node.fields(List.of("day", "caller"));
    return new Cap(
        field(fields, "day").flatMap(field -> amount(field, MOST_MONEY)),
        field(fields, "caller").flatMap(field -> amount(field, MOST_MONEY)));
  }

  private static Optional<BigDecimal> amount(ConfigNode node, BigDecimal most) {
    Optional<String> text = node.text().map(String::strip);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (text.get().matches("\\d{1,7}(\\.\\d{1,6})?")) {
      BigDecimal amount = new BigDecimal(text.get());
      if (amount.compareTo(most) <= 0) {
        return Optional.of(amount);
      }
    }
    node.problem("must be a number from 0 to " + most.toPlainString());
    return Optional.empty();
  }

  private Sharing sharing(ConfigNode node) {
    if (!node.isMapping()) {
      return new Sharing(share(node).orElse(Share.NOTHING), Map.of());
    }
    Map<String, Share> bySource = new HashMap<>();
    node.allFields()
        .forEach(
            (source, field) -> {
              if (!sources.contains(source)) {
                field.problem("is not a source" + ConfigNode.choices(source, sources));
              }
              share(field).ifPresent(share -> bySource.put(source, share));
            });
    return new Sharing(Sharing.USUAL.usual(), bySource);
  }

  private static Optional<Share> share(ConfigNode node) {
    return node.oneOf(SHARES).map(word -> Share.valueOf(word.toUpperCase(Locale.ROOT)));
  }
}
