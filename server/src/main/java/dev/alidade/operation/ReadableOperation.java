package dev.alidade.operation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * An operation whose output can also be read by address, by whoever may call it.
 *
 * @param template of the addresses; its variables are the operation's input
 * @param text what the address holds
 * @param listing what names the addresses that there are
 */
public record ReadableOperation(
    ResourceTemplate template,
    String operation,
    Function<Record, String> text,
    Optional<Listing> listing) {
  public ReadableOperation {
    Objects.requireNonNull(template, "template");
    Objects.requireNonNull(operation, "operation");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(listing, "listing");
  }

  /** An operation without input, and the resources in its output. */
  public record Listing(String operation, Function<Record, List<Resource>> resources) {
    public Listing {
      Objects.requireNonNull(operation, "operation");
      Objects.requireNonNull(resources, "resources");
    }
  }
}
