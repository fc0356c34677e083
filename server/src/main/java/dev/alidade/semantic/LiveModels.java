package dev.alidade.semantic;

import dev.alidade.semantic.document.Problem;
import dev.alidade.semantic.document.Problems;
import dev.alidade.semantic.ossie.OssieReader;
import dev.alidade.semantic.ossie.SourceTables;
import dev.alidade.store.Database;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The models of the sources as they are now: one of alidade.yaml before one of the store, and that
 * before one of a sample.
 */
final class LiveModels {
  private final Function<String, Optional<GivenModel>> given;
  private final ModelStore store;
  private final Map<String, CurrentModel> kept = new ConcurrentHashMap<>();

  /** The model of a file that {@code given} knows of a source, and those of {@code database}. */
  LiveModels(Function<String, Optional<GivenModel>> given, Database database, Clock clock) {
    this.given = given;
    this.store = new ModelStore(database, clock);
  }

  ModelStore store() {
    return store;
  }

  /** What holds of a source that the store says nothing of. */
  SemanticModel outside(String source) {
    return given.apply(source).map(GivenModel::model).orElse(SemanticModel.NONE);
  }

  CurrentModel of(String source) {
    Optional<GivenModel> outside = given.apply(source);
    if (outside.filter(GivenModel::fixed).isPresent()) {
      return of(outside.get(), 0);
    }
    // Another process may have saved a version since.
    int version = store.latest(source);
    CurrentModel known = kept.get(source);
    if (known != null && known.version() == version) {
      return known;
    }
    Optional<KeptModel> latest = store.find(source, version).filter(found -> !found.isRemoval());
    CurrentModel now =
        latest
            .map(LiveModels::of)
            .or(() -> outside.map(model -> of(model, version)))
            .orElseGet(() -> CurrentModel.none(version));
    kept.put(source, now);
    return now;
  }

  private static CurrentModel of(GivenModel model, int version) {
    return new CurrentModel(
        model.text(), model.model(), version, Optional.of(model.file()), model.fixed(), List.of());
  }

  /** What a version of the store says. */
  static CurrentModel of(KeptModel latest) {
    Problems problems = new Problems();
    Optional<SemanticModel> model =
        new OssieReader(SourceTables.UNKNOWN, problems).read(latest.text());
    return new CurrentModel(
        latest.text(),
        model.orElse(SemanticModel.NONE),
        latest.version(),
        Optional.empty(),
        false,
        problems.all().stream().map(Problem::message).toList());
  }
}
