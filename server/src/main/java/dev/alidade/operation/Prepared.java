package dev.alidade.operation;

import java.util.List;

/**
 * What features prepare for models beside operations.
 *
 * @param values of arguments of prompts and of variables in addresses
 */
public record Prepared(
    List<ResourceProvider> resources,
    List<ReadableOperation> readable,
    List<Prompt> prompts,
    List<ValueList> values) {
  /** Nothing. */
  public static final Prepared NOTHING = new Prepared(List.of(), List.of(), List.of(), List.of());

  public Prepared {
    resources = List.copyOf(resources);
    readable = List.copyOf(readable);
    prompts = List.copyOf(prompts);
    values = List.copyOf(values);
  }
}
