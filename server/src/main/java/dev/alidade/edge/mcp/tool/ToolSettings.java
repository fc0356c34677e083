package dev.alidade.edge.mcp.tool;

import dev.alidade.base.Caller;
import dev.alidade.base.PageSize;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How tools are shown.
 *
 * @param listing what is listed for callers for whom no toolset is
 * @param results how much of a result a text shows
 * @param toolsets by role; who has the roles of several sees what each of them lists
 * @param pages where a person reaches the web client; empty where nothing serves it
 */
public record ToolSettings(
    Listing listing, List<Toolset> toolsets, PageSize results, Optional<URI> pages) {
  /** What a model takes in of a result at once, about 6,000 tokens. */
  public static final PageSize PAGE = new PageSize(100, 2_000, 20_000);

  /** What holds where nothing is configured. */
  public static final ToolSettings USUAL = new ToolSettings(new Listing.Usual(), List.of(), PAGE);

  /** Everything is listed for everybody. */
  public static final ToolSettings EVERYTHING =
      new ToolSettings(new Listing.Everything(), List.of(), PAGE);

  public ToolSettings {
    Objects.requireNonNull(listing, "listing");
    toolsets = List.copyOf(toolsets);
    Objects.requireNonNull(results, "results");
    Objects.requireNonNull(pages, "pages");
  }

  /** Of a process that serves no pages, as far as is known. */
  public ToolSettings(Listing listing, List<Toolset> toolsets, PageSize results) {
    this(listing, toolsets, results, Optional.empty());
  }

  /** The same, where a person reaches the web client at that address. */
  public ToolSettings servedAt(URI address) {
    return new ToolSettings(listing, toolsets, results, Optional.of(address));
  }

  /** The names that are written in it. */
  public List<String> names() {
    return Stream.concat(Stream.of(listing), toolsets.stream().map(Toolset::listing))
        .flatMap(
            each ->
                each instanceof Listing.Named(List<String> tools) ? tools.stream() : Stream.of())
        .distinct()
        .toList();
  }

  /** What is listed for a caller. */
  List<Listing> of(Caller caller) {
    List<Listing> own =
        toolsets.stream().filter(each -> each.isFor(caller)).map(Toolset::listing).toList();
    return own.isEmpty() ? List.of(listing) : own;
  }
}
