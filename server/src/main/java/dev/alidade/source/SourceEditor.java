package dev.alidade.source;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.CatalogSnapshot;
import dev.alidade.engine.Engine;
import dev.alidade.engine.ServerInfo;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.Sources;
import dev.alidade.operation.Invocation;
import dev.alidade.policy.AccessRules;
import dev.alidade.upload.UploadService;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Adds, changes and removes sources; what does not answer is not kept. */
final class SourceEditor {
  private static final Duration FOR_SERVERS = Duration.ofSeconds(20);
  private static final Duration FOR_FILES = Duration.ofMinutes(10);
  private static final int MOST_NAMED = 100;

  private final Sources sources;
  private final KeptSources kept;
  private final SourceDrafts drafts;
  private final UploadService uploads;
  private final Supplier<AccessRules> rules;
  private final Supplier<SourceDefinition> sample;

  SourceEditor(
      Sources sources,
      KeptSources kept,
      SourceDrafts drafts,
      UploadService uploads,
      Supplier<AccessRules> rules,
      Supplier<SourceDefinition> sample) {
    this.sources = sources;
    this.kept = kept;
    this.drafts = drafts;
    this.uploads = uploads;
    this.rules = rules;
    this.sample = sample;
  }

  /** An engine that answers, and what it says. */
  private record Opened(Engine engine, ServerInfo server, CatalogSnapshot catalog) {}

  KeptSourceOutput add(AddSourceInput input, Invocation invocation) {
    SourceDraft draft =
        drafts
            .of(
                Optional.of(input.name()),
                input.engine(),
                input.settings().orElse(Map.of()),
                input.uploads().orElse(List.of()),
                invocation.caller())
            .checked();
    return added(draft, input.uploads().orElse(List.of()));
  }

  KeptSourceOutput addSample(Invocation invocation) {
    return added(drafts.ofSample(sample.get(), invocation.caller()).checked(), List.of());
  }

  private KeptSourceOutput added(SourceDraft draft, List<String> files) {
    String name = draft.source().name();
    Opened opened = open(draft);
    boolean added =
        closingOnFailure(
            opened.engine(),
            () ->
                kept.add(
                    draft.source(), opened.engine(), handle -> uploads.claim(handle, files, name)));
    if (!added) {
      opened.engine().close();
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "Another source was named `%s` just now; choose another name".formatted(name));
    }
    return output(draft.source(), opened);
  }

  synchronized KeptSourceOutput change(ChangeSourceInput input, Invocation invocation) {
    KeptSource before = drafts.find(input.name());
    SourceDraft draft = drafts.of(input, before, invocation.caller()).checked();
    Opened opened =
        before.isWritable() || draft.source().isWritable() ? openAlone(draft) : open(draft);
    closingOnFailure(
        opened.engine(),
        () -> {
          kept.change(
              draft.source(),
              Optional.of(opened.engine()),
              handle -> uploads.claim(handle, input.uploads().orElse(List.of()), input.name()));
          return true;
        });
    return output(draft.source(), opened);
  }

  synchronized RemoveSourceOutput remove(RemoveSourceInput input) {
    KeptSource source = drafts.find(input.name());
    int files = uploads.of(source.name()).size();
    kept.remove(source);
    return new RemoveSourceOutput(source.name(), files);
  }

  /** A file that is written to can be open once only, so that the source is closed for a moment. */
  private Opened openAlone(SourceDraft draft) {
    sources.release(draft.source().name());
    return open(draft);
  }

  private Opened open(SourceDraft draft) {
    try {
      SourceDefinition definition = kept.definition(draft.source(), draft.files());
      Engine engine =
          Patience.within(
              draft.files().isEmpty() ? FOR_SERVERS : FOR_FILES,
              () -> sources.factory(definition.engine()).open(definition),
              Engine::close);
      return closingOnFailure(
          engine,
          () ->
              Patience.within(
                  FOR_SERVERS, () -> new Opened(engine, engine.server(), engine.readCatalog())));
    } catch (AlidadeException failure) {
      throw draft.inOwnWords(failure);
    }
  }

  private static <T> T closingOnFailure(Engine engine, Supplier<T> work) {
    try {
      return work.get();
    } catch (RuntimeException | Error failure) {
      engine.close();
      throw failure;
    }
  }

  private KeptSourceOutput output(KeptSource source, Opened opened) {
    return new KeptSourceOutput(
        source.name(),
        source.engine(),
        opened.server().product(),
        opened.server().version(),
        opened.catalog().tables().size(),
        opened.catalog().tables().stream()
            .limit(MOST_NAMED)
            .map(table -> table.name().table())
            .toList(),
        seenBy(source.name()));
  }

  private String seenBy(String source) {
    AccessRules now = rules.get();
    if (!now.hasRoles()) {
      return "Everybody who is let in: there are no roles";
    }
    List<String> roles = now.rolesSeeing(source);
    return roles.isEmpty()
        ? "Administrators only, until a role names it (save_role)"
        : "Administrators, and whoever has one of the roles " + String.join(", ", roles);
  }
}
