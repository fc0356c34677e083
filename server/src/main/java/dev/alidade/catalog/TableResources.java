package dev.alidade.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.Table;
import dev.alidade.operation.Invocation;
import dev.alidade.operation.Json;
import dev.alidade.operation.Resource;
import dev.alidade.operation.ResourceContent;
import dev.alidade.operation.ResourceProvider;
import dev.alidade.operation.ResourceTemplate;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The description of each table under {@code alidade://<source>/<table>}. */
final class TableResources implements ResourceProvider {
  private static final String SCHEME = "alidade://";
  private static final Pattern ADDRESS = Pattern.compile(SCHEME + "([^/]+)/([^/]+)");
  private static final String JSON = "application/json";

  private final CatalogService catalog;
  private final CatalogDescriptions descriptions;

  TableResources(CatalogService catalog, CatalogDescriptions descriptions) {
    this.catalog = catalog;
    this.descriptions = descriptions;
  }

  @Override
  public List<Resource> list(Invocation invocation) {
    List<Resource> resources = new ArrayList<>();
    for (String source : catalog.sources(invocation.caller())) {
      catalog
          .available(invocation.caller(), source)
          .ifPresent(
              known -> known.tables().forEach(table -> resources.add(resource(source, table))));
    }
    return resources;
  }

  @Override
  public List<ResourceTemplate> templates() {
    return List.of(
        new ResourceTemplate(
            SCHEME + "{source}/{table}",
            "table",
            "Table of a source",
            "Columns with types and example values, keys and comment of one table",
            JSON));
  }

  @Override
  public boolean serves(String uri) {
    return ADDRESS.matcher(uri).matches();
  }

  @Override
  public ResourceContent read(String uri, Invocation invocation) {
    Matcher address = ADDRESS.matcher(uri);
    if (!address.matches()) {
      throw new AlidadeException(
          ErrorCode.RESOURCE_NOT_FOUND,
          "`%s` is not the address of a table; write alidade://<source>/<table>".formatted(uri));
    }
    DescribeSourceOutput described =
        descriptions.describe(
            new DescribeSourceInput(
                decoded(address.group(1)), Optional.of(decoded(address.group(2)))),
            invocation.caller());
    try {
      return new ResourceContent(
          uri, JSON, Json.mapper().writeValueAsString(described.tables().getFirst()));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Resource resource(String source, Table table) {
    String name = table.name().toString();
    return new Resource(
        SCHEME + encoded(source) + "/" + encoded(name),
        source + "." + name,
        name,
        table.comment().orElse("Columns, keys and examples of " + name + " in " + source),
        JSON);
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String decoded(String name) {
    try {
      return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw new AlidadeException(
          ErrorCode.RESOURCE_NOT_FOUND,
          "`%s` is not a percent-encoded name; write %% as %%25".formatted(name),
          malformed);
    }
  }
}
