package dev.alidade.source;

import dev.alidade.engine.Sources;
import dev.alidade.operation.Operation;
import dev.alidade.operation.OperationEffect;
import dev.alidade.policy.AccessRules;
import dev.alidade.policy.Right;
import dev.alidade.upload.UploadService;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** The operations that add, change and remove sources, and show how they are. */
public final class SourceFeature {
  private final SourceService service;
  private final SourceEditor editor;
  private final KeptSources kept;

  /**
   * Operations over {@code sources}.
   *
   * @param rules who may see what, as it is now
   */
  public SourceFeature(
      Sources sources,
      SourceKeeping keeping,
      UploadService uploads,
      Supplier<AccessRules> rules,
      Clock clock) {
    References references = new References(keeping.environment());
    kept =
        new KeptSources(
            sources,
            new SourceStore(keeping.database()),
            new SettingsSeal(keeping.key()),
            references,
            uploads,
            clock);
    SourceDrafts drafts =
        new SourceDrafts(
            sources, kept, uploads, references, new GivenPaths(keeping.stateFolder()), clock);
    service = new SourceService(sources, kept, drafts, uploads);
    editor = new SourceEditor(sources, kept, drafts, uploads, rules, keeping.sample());
  }

  /** Makes the sources those that are kept, where somebody may have changed them. */
  public void look() {
    kept.look();
  }

  /** What is wrong with sources that are kept, a sentence each. */
  public List<String> problems() {
    return kept.problems();
  }

  /** All that is done with sources themselves. */
  public List<Operation<?, ?>> operations() {
    return List.of(
        listEngines(),
        testSource(),
        sourceStatus(),
        addSource(),
        addSample(),
        changeSource(),
        removeSource());
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

  private Operation<AddSourceInput, KeptSourceOutput> addSource() {
    return Operation.named("add_source", AddSourceInput.class, KeptSourceOutput.class)
        .title("Add a source")
        .right(Right.ADMINISTER)
        .description(
            "Connects to a database, or takes files that were uploaded, and keeps it as a source "
                + "that can be asked at once, at every door. What does not answer is not kept. "
                + "Administrators see it, and callers with a role that names it.")
        .effect(OperationEffect.WRITE)
        .primary("name")
        .examples("add-source sales --uploads up_Zk3Qv0c1mP2yXw8sTn4uR7aB")
        .handledBy(editor::add);
  }

  private Operation<AddSampleInput, KeptSourceOutput> addSample() {
    return Operation.named("add_sample", AddSampleInput.class, KeptSourceOutput.class)
        .title("Add the sample data")
        .right(Right.ADMINISTER)
        .description(
            "Makes the sample data, an outdoor retailer, a source called `shop` that can be asked "
                + "at once, to try things out where there are no data yet. remove_source takes it "
                + "away.")
        .effect(OperationEffect.WRITE)
        .examples("add-sample")
        .handledBy((input, invocation) -> editor.addSample(invocation));
  }

  private Operation<ChangeSourceInput, KeptSourceOutput> changeSource() {
    return Operation.named("change_source", ChangeSourceInput.class, KeptSourceOutput.class)
        .title("Change a source")
        .right(Right.ADMINISTER)
        .description(
            "Gives a source that was added other settings or more files, at once and at every "
                + "door; where the new ones do not answer, it stays as it was. Sources of "
                + "alidade.yaml are changed there.")
        .effect(OperationEffect.WRITE)
        .primary("name")
        .examples("change-source legacy --settings '{\"path\": \"/data/legacy-2.db\"}'")
        .handledBy(editor::change);
  }

  private Operation<RemoveSourceInput, RemoveSourceOutput> removeSource() {
    return Operation.named("remove_source", RemoveSourceInput.class, RemoveSourceOutput.class)
        .title("Remove a source")
        .right(Right.ADMINISTER)
        .description(
            "Takes a source away that was added, at once and at every door, with the files that "
                + "were uploaded for it. A database that it names stays untouched.")
        .effect(OperationEffect.DESTRUCTIVE)
        .primary("name")
        .examples("remove-source legacy")
        .handledBy((input, invocation) -> editor.remove(input));
  }
}
