package dev.alidade.app;

import dev.alidade.base.PageSize;
import dev.alidade.edge.mcp.tool.Listing;
import dev.alidade.edge.mcp.tool.ToolSettings;
import dev.alidade.edge.mcp.tool.Toolset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the section `mcp`. */
final class McpReader {
  private static final List<String> SETTINGS = List.of("tools", "toolsets", "results");
  private static final List<String> OF_RESULTS = List.of("rows", "cells", "characters");
  private static final int MOST = 10_000_000;
  private static final List<String> OF_A_TOOLSET = List.of("roles", "tools");
  private static final String ALL = "all";

  private final List<String> roles;

  McpReader(Set<String> roles) {
    this.roles = List.copyOf(roles);
  }

  ToolSettings read(ConfigNode section) {
    Map<String, ConfigNode> fields = section.fields(SETTINGS);
    Listing listing =
        fields.containsKey("tools") ? listing(fields.get("tools")) : new Listing.Usual();
    List<Toolset> toolsets = new ArrayList<>();
    if (fields.containsKey("toolsets")) {
      fields.get("toolsets").items().forEach(item -> toolset(item).ifPresent(toolsets::add));
    }
    return new ToolSettings(listing, toolsets, results(fields));
  }

  private Optional<Toolset> toolset(ConfigNode item) {
    Map<String, ConfigNode> fields = item.fields(OF_A_TOOLSET);
    OF_A_TOOLSET.stream()
        .filter(key -> !fields.containsKey(key))
        .forEach(key -> item.problem("needs `%s: ...`".formatted(key)));
    if (!fields.keySet().containsAll(OF_A_TOOLSET)) {
      return Optional.empty();
    }
    Set<String> named = new LinkedHashSet<>();
    fields
        .get("roles")
        .items()
        .forEach(
            role -> {
              if (roles.isEmpty()) {
                role.problem("names a role, and `roles` defines none");
                return;
              }
              role.oneOf(roles).ifPresent(named::add);
            });
    return Optional.of(new Toolset(named, listing(fields.get("tools"))));
  }

  private static PageSize results(Map<String, ConfigNode> fields) {
    if (!fields.containsKey("results")) {
      return ToolSettings.PAGE;
    }
    Map<String, ConfigNode> given = fields.get("results").fields(OF_RESULTS);
    return new PageSize(
        number(given, "rows", 10_000).orElse(ToolSettings.PAGE.rows()),
        number(given, "cells", MOST).orElse(ToolSettings.PAGE.cells()),
        number(given, "characters", MOST).orElse((int) ToolSettings.PAGE.characters()));
  }

  private static Optional<Integer> number(Map<String, ConfigNode> fields, String key, int most) {
    return Optional.ofNullable(fields.get(key)).flatMap(field -> field.number(1, most));
  }

  private static Listing listing(ConfigNode field) {
    if (!field.isList()) {
      return field.oneOf(List.of(ALL)).isPresent() ? new Listing.Everything() : new Listing.Usual();
    }
    List<String> names = new ArrayList<>();
    field.items().forEach(item -> item.text().ifPresent(names::add));
    return new Listing.Named(names);
  }
}
