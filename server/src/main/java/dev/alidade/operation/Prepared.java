package dev.alidade.operation;

import java.util.List;
import java.util.Objects;

/**
 * What features prepare for models beside operations.
 *
 * @param values of arguments of prompts and of variables in addresses
 * @param calls that have names of their own
 */
public record Prepared(
    List<ResourceProvider> resources,
    List<ReadableOperation> readable,
    List<Prompt> prompts,
    List<ValueList> values,
    NamedCalls calls) {
  /** Nothing. */
  public static final Prepared NOTHING =
      new Prepared(List.of(), List.of(), List.of(), List.of(), NamedCalls.NONE);

  public Prepared {
    resources = List.copyOf(resources);
    readable = List.copyOf(readable);
    prompts = List.copyOf(prompts);
    values = List.copyOf(values);
    Objects.requireNonNull(calls, "calls");
  }
}
