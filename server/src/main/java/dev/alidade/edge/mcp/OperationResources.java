package dev.alidade.edge.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.edge.mcp.protocol.Exchange;
import dev.alidade.edge.mcp.protocol.JsonRpc;
import dev.alidade.edge.mcp.protocol.Outcome;
import dev.alidade.edge.mcp.protocol.ResourceSource;
import dev.alidade.operation.Operation;
import dev.alidade.operation.OperationRegistry;
import dev.alidade.operation.ReadableOperation;
import dev.alidade.operation.Resource;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What operations give, by address. */
final class OperationResources implements ResourceSource {
  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

  private final OperationRegistry registry;
  private final List<Family> families;

  OperationResources(OperationRegistry registry, List<ReadableOperation> readable) {
    this.registry = registry;
    this.families = readable.stream().map(Family::of).toList();
  }

  private record Family(ReadableOperation readable, Pattern address, List<String> variables) {
    static Family of(ReadableOperation readable) {
      List<String> variables = new ArrayList<>();
      StringBuilder address = new StringBuilder();
      Matcher variable = VARIABLE.matcher(readable.template().uriTemplate());
      int end = 0;
      while (variable.find()) {
        String fixed = readable.template().uriTemplate().substring(end, variable.start());
        address.append(Pattern.quote(fixed)).append("([^/]+)");
        variables.add(variable.group(1));
        end = variable.end();
      }
      return new Family(readable, Pattern.compile(address.toString()), variables);
    }

    /** The input that an address stands for. */
    Optional<ObjectNode> input(String uri) {
      Matcher matcher = address.matcher(uri);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      ObjectNode input = JsonRpc.object();
      for (int group = 0; group < variables.size(); group++) {
        input.put(variables.get(group), decoded(matcher.group(group + 1)));
      }
      return Optional.of(input);
    }
  }

  @Override
  public List<ObjectNode> list(Exchange exchange) {
    Set<String> allowed =
        registry.allowedTo(exchange.visit().caller()).stream()
            .map(Operation::name)
            .collect(Collectors.toSet());
    List<ObjectNode> listed = new ArrayList<>();
    for (Family family : families) {
      family
          .readable()
          .listing()
          .filter(listing -> allowed.contains(listing.operation()))
          .filter(listing -> allowed.contains(family.readable().operation()))
          .ifPresent(
              listing ->
                  resources(listing, exchange)
                      .forEach(each -> listed.add(Resources.describe(each))));
    }
    return listed;
  }

  private List<Resource> resources(ReadableOperation.Listing listing, Exchange exchange) {
    return listing
        .resources()
        .apply(registry.call(listing.operation(), JsonRpc.object(), exchange.invocation()));
  }

  @Override
  public List<ObjectNode> templates() {
    return families.stream().map(each -> Resources.describe(each.readable().template())).toList();
  }

  @Override
  public boolean serves(String uri) {
    return families.stream().anyMatch(family -> family.address().matcher(uri).matches());
  }

  @Override
  public Outcome read(String uri, Exchange exchange) {
    for (Family family : families) {
      Optional<ObjectNode> input = family.input(uri);
      if (input.isPresent()) {
        return read(uri, family.readable(), input.get(), exchange);
      }
    }
    throw missing(uri, "there is none");
  }

  private Outcome read(
      String uri, ReadableOperation readable, ObjectNode input, Exchange exchange) {
    Record output;
    try {
      output = registry.call(readable.operation(), input, exchange.invocation());
    } catch (AlidadeException failure) {
      throw switch (failure.code().type()) {
        case USER, DENIED -> missing(uri, failure.getMessage());
        case RESOURCES, EXTERNAL, INTERNAL -> failure;
      };
    }
    ObjectNode result = JsonRpc.object();
    result
        .putArray("contents")
        .addObject()
        .put("uri", uri)
        .put("mimeType", readable.template().mediaType())
        .put("text", readable.text().apply(output));
    return Outcome.of(result);
  }

  private static AlidadeException missing(String uri, String why) {
    return new AlidadeException(
        ErrorCode.RESOURCE_NOT_FOUND, "No resource `%s` that you may read: %s".formatted(uri, why));
  }

  private static String decoded(String name) {
    try {
      return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return name;
    }
  }
}
