package dev.alidade.app;

import dev.alidade.ask.model.ModelChoice;
import dev.alidade.ask.model.ModelSettings;
import dev.alidade.audit.AuditSettings;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.cache.CacheSettings;
import dev.alidade.delivery.ExportPlace;
import dev.alidade.edge.mcp.tool.ToolSettings;
import dev.alidade.engine.EngineFactory;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.identity.ConfiguredCaller;
import dev.alidade.identity.issuer.TrustedIssuer;
import dev.alidade.policy.Role;
import dev.alidade.policy.TablePolicy;
import dev.alidade.saved.QueryDefinition;
import dev.alidade.semantic.GivenModel;
import dev.alidade.upload.UploadLimits;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads `alidade.yaml`; a wrong file fails with all its errors, each with line and remedy. */
final class ConfigReader {
  private static final List<String> SECTIONS =
      List.of(
          "server",
          "sources",
          "models",
          "callers",
          "issuers",
          "roles",
          "policies",
          "queries",
          "semantic",
          "audit",
          "exports",
          "uploads",
          "ask",
          "mcp",
          "cache");

  private final List<EngineFactory> engines;
  private final Environment environment;

  ConfigReader(List<EngineFactory> engines, Environment environment) {
    this.engines = List.copyOf(engines);
    this.environment = environment;
  }

  /** Reads a file. */
  Config read(Path file) {
    String text = textOf(file);
    ConfigProblems problems = new ConfigProblems(file.toString());
    Optional<Node> root = compose(text, problems);
    problems.check();
    if (root.isEmpty()) {
      return Config.EMPTY;
    }
    Path folder = file.toAbsolutePath().normalize().getParent();
    Config config = read(new ConfigNode(root.get(), "", environment, problems), folder);
    problems.check();
    return config;
  }

  private static String textOf(Path file) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException cause) {
      throw new AlidadeException(
          ErrorCode.FILE_NOT_FOUND,
          "There is no configuration file %s; name one with --config".formatted(file),
          cause);
    } catch (CharacterCodingException cause) {
      throw new AlidadeException(
          ErrorCode.CONFIGURATION_INVALID,
          "%s is not UTF-8 text; save it as UTF-8".formatted(file),
          cause);
    } catch (IOException cause) {
      throw new AlidadeException(
          ErrorCode.FILE_UNREADABLE,
          "%s cannot be read; check that it is a file and its permissions".formatted(file),
          cause);
    }
  }

  private static Optional<Node> compose(String text, ConfigProblems problems) {
    try {
      return Optional.ofNullable(new Yaml(new LoaderOptions()).compose(new StringReader(text)));
    } catch (MarkedYAMLException malformed) {
      int line = malformed.getProblemMark() == null ? 1 : malformed.getProblemMark().getLine() + 1;
      problems.add(
          line,
          "this is not YAML: %s; check indentation and quotes".formatted(malformed.getProblem()));
    } catch (YAMLException malformed) {
      problems.add(1, "this is not YAML that can be read; check for control characters");
    }
    return Optional.empty();
  }

  private Config read(ConfigNode root, Path folder) {
    Map<String, ConfigNode> sections = root.allFields();
    sections.forEach(ConfigReader::checkSection);
    Config.Server server =
        sections.containsKey("server") ? server(sections.get("server")) : Config.Server.DEFAULT;
    List<SourceDefinition> sources = new ArrayList<>();
    if (sections.containsKey("sources")) {
      SourceReader reader = new SourceReader(engines, folder);
      sections.get("sources").items().forEach(item -> reader.read(item).ifPresent(sources::add));
    }
    List<ModelSettings> models = new ArrayList<>();
    ModelReader modelReader =
        new ModelReader(sources.stream().map(SourceDefinition::name).toList());
    if (sections.containsKey("models")) {
      sections.get("models").items().forEach(item -> modelReader.read(item).ifPresent(models::add));
    }
    ModelChoice asking =
        sections.containsKey("ask") ? modelReader.choice(sections.get("ask")) : ModelChoice.USUAL;
    AccessConfig access = access(sections, sources);
    List<ConfiguredCaller> callers = new ArrayList<>();
    if (sections.containsKey("callers")) {
      CallerReader reader = new CallerReader(access.roleNames());
      sections.get("callers").items().forEach(item -> reader.read(item).ifPresent(callers::add));
      access = access.limiting(reader.limits());
    }
    List<TrustedIssuer> issuers = new ArrayList<>();
    if (sections.containsKey("issuers")) {
      IssuerReader reader = new IssuerReader(access.roleNames());
      sections.get("issuers").items().forEach(item -> reader.read(item).ifPresent(issuers::add));
    }
    AuditSettings audit =
        sections.containsKey("audit")
            ? AuditReader.read(sections.get("audit"))
            : AuditSettings.USUAL;
    List<QueryDefinition> queries = new ArrayList<>();
    if (sections.containsKey("queries")) {
      QueryReader reader = new QueryReader(sources.stream().map(SourceDefinition::name).toList());
      sections.get("queries").items().forEach(item -> reader.read(item).ifPresent(queries::add));
    }
    Map<String, GivenModel> meanings =
        sections.containsKey("semantic")
            ? new SemanticReader(sources.stream().map(SourceDefinition::name).toList(), folder)
                .read(sections.get("semantic"))
            : Map.of();
    ToolSettings tools =
        sections.containsKey("mcp")
            ? new McpReader(access.roleNames()).read(sections.get("mcp"))
            : ToolSettings.USUAL;
    List<ExportPlace> exports =
        sections.containsKey("exports")
            ? new ExportReader(access.roleNames(), folder).read(sections.get("exports"))
            : List.of();
    UploadLimits uploads =
        sections.containsKey("uploads")
            ? UploadReader.read(sections.get("uploads"))
            : UploadLimits.USUAL;
    CacheSettings cache =
        sections.containsKey("cache")
            ? new CacheReader(
                    sources.stream().map(SourceDefinition::name).toList(),
                    pinners(sections, callers),
                    folder)
                .read(sections.get("cache"))
            : CacheSettings.USUAL;
    return new Config(
        server, sources, models, asking, callers, access, audit, queries, meanings, issuers, tools,
        exports, uploads, cache);
  }

  /** As whom pins may be read; where nobody signs in, as whoever is at the machine. */
  private static List<String> pinners(
      Map<String, ConfigNode> sections, List<ConfiguredCaller> callers) {
    boolean isOpen = !sections.containsKey("callers") && !sections.containsKey("issuers");
    return isOpen
        ? List.of(Caller.LOCAL.name())
        : callers.stream().map(ConfiguredCaller::name).toList();
  }

  private static AccessConfig access(
      Map<String, ConfigNode> sections, List<SourceDefinition> sources) {
    List<String> names = sources.stream().map(SourceDefinition::name).toList();
    List<Role> roles = new ArrayList<>();
    if (sections.containsKey("roles")) {
      RoleReader reader = new RoleReader(names);
      sections.get("roles").items().forEach(item -> reader.read(item).ifPresent(roles::add));
    }
    AccessConfig defined = new AccessConfig(roles, List.of(), Map.of());
    List<TablePolicy> policies = new ArrayList<>();
    if (sections.containsKey("policies")) {
      PolicyReader reader = new PolicyReader(names, defined.roleNames());
      sections.get("policies").items().forEach(item -> reader.read(item).ifPresent(policies::add));
    }
    return new AccessConfig(roles, policies, Map.of());
  }

  private static void checkSection(String name, ConfigNode section) {
    if (!SECTIONS.contains(name)) {
      section.problem("is not a section" + ConfigNode.choices(name, SECTIONS));
    }
  }

  private static Config.Server server(ConfigNode section) {
    Map<String, ConfigNode> fields = section.fields(List.of("host", "port", "public-url"));
    Optional<String> host = Optional.ofNullable(fields.get("host")).flatMap(ConfigNode::text);
    Optional<Integer> port =
        Optional.ofNullable(fields.get("port")).flatMap(field -> field.number(0, 65_535));
    return new Config.Server(
        host.orElse(Config.Server.DEFAULT.host()),
        port.orElse(Config.Server.DEFAULT.port()),
        Optional.ofNullable(fields.get("public-url")).flatMap(IssuerReader::publicUrl));
  }
}
