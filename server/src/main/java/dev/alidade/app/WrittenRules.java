package dev.alidade.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Json;
import dev.alidade.policy.LimitKind;
import dev.alidade.policy.Limits;
import dev.alidade.policy.Role;
import dev.alidade.policy.TablePolicy;
import dev.alidade.rules.RuleReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Rules that do not stand in the file, read by what reads those that do: JSON is YAML. Variables
 * stand for the environment in the file alone, since who writes a rule here may not see it.
 */
final class WrittenRules implements RuleReader {
  private final Supplier<List<String>> sources;
  private final Supplier<Collection<String>> operations;

  /** Rules on the sources and operations of the moment. */
  WrittenRules(Supplier<List<String>> sources, Supplier<Collection<String>> operations) {
    this.sources = sources;
    this.operations = operations;
  }

  @Override
  public Role role(String definition) {
    Role role = role(definition, sources.get());
    checkOperations(role, operations.get());
    return role;
  }

  @Override
  public Role keptRole(String definition) {
    JsonNode json = json(definition);
    Set<String> names = new HashSet<>(sources.get());
    names.addAll(texts(json.path("sources")));
    names.addAll(texts(json.path("deny").path("sources")));
    Role role = role(definition, List.copyOf(names));
    // What is granted and does not exist grants nothing; what is denied may have another name now.
    Set<String> known = new HashSet<>(operations.get());
    role.operations().ifPresent(known::addAll);
    checkOperations(role, known);
    return role;
  }

  @Override
  public TablePolicy policy(String definition, Set<String> roles) {
    return read("policy", definition, node -> new PolicyReader(sources.get(), roles).read(node));
  }

  @Override
  public TablePolicy keptPolicy(String definition) {
    JsonNode json = json(definition);
    Set<String> names = new HashSet<>(sources.get());
    names.add(json.path("source").asText());
    PolicyReader reader =
        new PolicyReader(List.copyOf(names), Set.copyOf(texts(json.path("roles"))));
    return read("policy", definition, reader::read);
  }

  /** Limits of a caller, by kind. */
  static Limits limits(String caller, Map<String, Long> written) {
    JsonNode json = Json.mapper().valueToTree(Map.of("limits", written));
    return read(
        "caller",
        json.toString(),
        node ->
            Optional.of(
                LimitsReader.read(
                    node.fields(List.of("limits")), "caller `%s`".formatted(caller))));
  }

  /** The same of limits that were kept; what cannot be read leaves next to nothing. */
  static Limits keptLimits(String caller, Map<String, Long> written) {
    try {
      return limits(caller, written);
    } catch (AlidadeException unreadable) {
      Map<LimitKind, Long> least = new EnumMap<>(LimitKind.class);
      List.of(LimitKind.values()).forEach(kind -> least.put(kind, 1L));
      return Limits.of("caller `%s`, whose limits cannot be read,".formatted(caller), least);
    }
  }

  private static Role role(String definition, List<String> sources) {
    return read("role", definition, node -> new RoleReader(sources).read(node));
  }

  private static void checkOperations(Role role, Collection<String> known) {
    try {
      new AccessConfig(List.of(role), List.of(), Map.of()).checkOperations(known);
    } catch (AlidadeException unknown) {
      throw new AlidadeException(ErrorCode.INVALID_INPUT, unknown.getMessage(), unknown);
    }
  }

  private static <T> T read(
      String what, String definition, Function<ConfigNode, Optional<T>> reader) {
    if (definition.contains("${")) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "`${NAME}` stands for a variable of the environment in alidade.yaml alone; write the value itself into the %s"
              .formatted(what));
    }
    ConfigProblems problems = new ConfigProblems(what);
    Optional<T> rule = reader.apply(node(what, definition, problems));
    if (!problems.messages().isEmpty() || rule.isEmpty()) {
      throw new AlidadeException(ErrorCode.INVALID_INPUT, String.join("\n", problems.messages()));
    }
    return rule.get();
  }

  private static ConfigNode node(String what, String definition, ConfigProblems problems) {
    try {
      return new ConfigNode(
          new Yaml(new LoaderOptions()).compose(new StringReader(definition)),
          what,
          new Environment(Map.of()),
          problems);
    } catch (YAMLException malformed) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "The %s has characters that cannot be read; leave out control characters".formatted(what),
          malformed);
    }
  }

  private static JsonNode json(String definition) {
    try {
      return Json.mapper().readTree(definition);
    } catch (JsonProcessingException damaged) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT, "what is kept of it is not JSON", damaged);
    }
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(each -> texts.add(each.asText()));
    return texts;
  }
}
