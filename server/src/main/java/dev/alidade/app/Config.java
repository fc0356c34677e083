package dev.alidade.app;

import dev.alidade.ask.model.ModelChoice;
import dev.alidade.ask.model.ModelSettings;
import dev.alidade.audit.AuditSettings;
import dev.alidade.cache.CacheSettings;
import dev.alidade.delivery.ExportPlace;
import dev.alidade.edge.mcp.tool.ToolSettings;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.identity.ConfiguredCaller;
import dev.alidade.identity.issuer.TrustedIssuer;
import dev.alidade.saved.QueryDefinition;
import dev.alidade.semantic.GivenModel;
import dev.alidade.upload.UploadLimits;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What `alidade.yaml` says, checked whole.
 *
 * @param meanings semantic models by source
 * @param issuers whose tokens are believed
 * @param tools how MCP shows its tools
 * @param exportPlaces where exports may be written
 * @param uploads how much may be uploaded
 * @param cache which results are kept
 */
record Config(
    Server server,
    List<SourceDefinition> sources,
    List<ModelSettings> models,
    ModelChoice asking,
    List<ConfiguredCaller> callers,
    AccessConfig access,
    AuditSettings audit,
    List<QueryDefinition> queries,
    Map<String, GivenModel> meanings,
    List<TrustedIssuer> issuers,
    ToolSettings tools,
    List<ExportPlace> exportPlaces,
    UploadLimits uploads,
    CacheSettings cache) {
  /** What holds where nothing is configured. */
  public static final Config EMPTY =
      new Config(
          Server.DEFAULT,
          List.of(),
          List.of(),
          ModelChoice.USUAL,
          List.of(),
          AccessConfig.NONE,
          AuditSettings.USUAL,
          List.of(),
          Map.of(),
          List.of(),
          ToolSettings.USUAL,
          List.of(),
          UploadLimits.USUAL,
          CacheSettings.USUAL);

  public Config {
    Objects.requireNonNull(server, "server");
    sources = List.copyOf(sources);
    models = List.copyOf(models);
    Objects.requireNonNull(asking, "asking");
    callers = List.copyOf(callers);
    Objects.requireNonNull(access, "access");
    Objects.requireNonNull(audit, "audit");
    queries = List.copyOf(queries);
    meanings = Map.copyOf(meanings);
    issuers = List.copyOf(issuers);
    Objects.requireNonNull(tools, "tools");
    exportPlaces = List.copyOf(exportPlaces);
    Objects.requireNonNull(uploads, "uploads");
    Objects.requireNonNull(cache, "cache");
  }

  /** The same for the server at that address: tokens of issuers are for it, pages are there. */
  Config servedAt(URI address) {
    List<TrustedIssuer> here = issuers.stream().map(issuer -> issuer.servedAt(address)).toList();
    return new Config(
        server,
        sources,
        models,
        asking,
        callers,
        access,
        audit,
        queries,
        meanings,
        here,
        tools.servedAt(address),
        exportPlaces,
        uploads,
        cache);
  }

  /**
   * Where the server listens; port 0 is any free one.
   *
   * @param publicUrl where clients reach it, where that is elsewhere
   */
  record Server(String host, int port, Optional<URI> publicUrl) {
    /** This machine only. */
    public static final Server DEFAULT = new Server("127.0.0.1", 8484, Optional.empty());

    public Server {
      Objects.requireNonNull(host, "host");
      Objects.requireNonNull(publicUrl, "publicUrl");
      if (port < 0 || port > 65_535) {
        throw new IllegalArgumentException("no such port: " + port);
      }
    }
  }
}
