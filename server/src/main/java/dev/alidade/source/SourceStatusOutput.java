package dev.alidade.source;

import dev.alidade.engine.PoolState;
import dev.alidade.operation.Description;
import dev.alidade.operation.Headline;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code source_status} gives. */
public record SourceStatusOutput(
    @Headline(1) String engine,
    @Headline(2) Optional<String> product,
    @Headline(3) Optional<String> version,
    @Headline(4) @Description("Why it cannot be used now") Optional<String> problem,
    @Headline(5) @Description("The connections to each host of a server") List<Host> hosts,
    @Description("How it is kept, where add_source added it") Optional<Keeping> added) {
  public SourceStatusOutput {
    hosts = List.copyOf(hosts);
  }

  /** What is kept of a source that was added. */
  public record Keeping(
      String by,
      String at,
      @Description("Its settings; secrets are never shown") Map<String, Object> settings,
      @Description("The secrets that are kept") List<String> secrets,
      @Description("The uploaded files that it is made of") List<String> files) {
    public Keeping {
      settings = Map.copyOf(settings);
      secrets = List.copyOf(secrets);
      files = List.copyOf(files);
    }
  }

  /** The connections to one host. */
  public record Host(
      String host,
      boolean healthy,
      int inUse,
      int idle,
      @Description("Requests that wait for a connection") int waiting,
      @Description("Connections that there may be") int most,
      @Description("Why it is left alone for now") Optional<String> problem) {
    static Host of(PoolState pool) {
      return new Host(
          pool.host(),
          pool.down().isEmpty(),
          pool.inUse(),
          pool.idle(),
          pool.waiting(),
          pool.most(),
          pool.down());
    }
  }
}
