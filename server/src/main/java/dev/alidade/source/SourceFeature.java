package dev.alidade.source;

import dev.alidade.engine.Sources;
import dev.alidade.operation.Operation;
import dev.alidade.operation.OperationEffect;
import dev.alidade.policy.Right;
import java.util.List;

/** The operations that help to add a source and to see how it is. */
public final class SourceFeature {
  private final SourceService service;

  /** Operations over {@code sources}. */
  public SourceFeature(Sources sources) {
    this.service = new SourceService(sources);
  }

  /** {@code list_engines}, {@code test_source} and {@code source_status}. */
  public List<Operation<?, ?>> operations() {
    return List.of(listEngines(), testSource(), sourceStatus());
  }

  private Operation<ListEnginesInput, ListEnginesOutput> listEngines() {
    return Operation.named("list_engines", ListEnginesInput.class, ListEnginesOutput.class)
        .title("List kinds of sources")
        .description(
            "Lists the kinds of databases that can be a source, each with the settings it takes: "
                + "what a form that adds such a source asks for.")
        .examples("list-engines")
        .handledBy((input, invocation) -> service.engines());
  }

  private Operation<TestSourceInput, TestSourceOutput> testSource() {
    return Operation.named("test_source", TestSourceInput.class, TestSourceOutput.class)
        .title("Test a source")
        .right(Right.ADMINISTER)
        .description(
            "Connects to a configured source, or to one that is about to be added, and says who "
                + "answers and how many tables there are, or what is wrong and what to do. "
                + "Nothing is saved.")
        // It reaches out to wherever the settings point.
        .effect(OperationEffect.WRITE)
        .primary("source")
        .examples("test-source shop")
        .handledBy(service::test);
  }

  private Operation<SourceStatusInput, SourceStatusOutput> sourceStatus() {
    return Operation.named("source_status", SourceStatusInput.class, SourceStatusOutput.class)
        .title("Show how a source is")
        .right(Right.ADMINISTER)
        .description(
            "Says which product and version answers, and for a server the connections to each "
                + "host: in use, idle, waiting, and why a host is left alone for now.")
        .primary("source")
        .examples("source-status shop")
        .handledBy((input, invocation) -> service.status(input.source()));
  }
}
