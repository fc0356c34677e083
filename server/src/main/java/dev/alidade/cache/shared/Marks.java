package dev.alidade.cache.shared;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A mark of each source on the shelf, under which its results are sealed. Who clears the source
 * puts another mark: no result opens then that was sealed before, and all instances see it.
 */
final class Marks {
  private final Shelf shelf;
  private final Seal seal;
  private final String prefix;
  private final Map<String, String> seen = new ConcurrentHashMap<>();
  private final Set<String> untold = ConcurrentHashMap.newKeySet();
  private volatile Consumer<String> cleared = source -> {};
  private volatile Supplier<Set<String>> used = Set::of;

  Marks(Shelf shelf, Seal seal, String prefix) {
    this.shelf = shelf;
    this.seal = seal;
    this.prefix = prefix;
  }

  void tell(Consumer<String> listener, Supplier<Set<String>> sources) {
    cleared = listener;
    used = sources;
  }

  /** Under which name the mark of a source lies. */
  String nameOf(String source) {
    return prefix + "mark:" + seal.markName(source);
  }

  /** Others are to be told that a source was cleared. */
  synchronized void untold(String source) {
    untold.add(source);
  }

  /** Whether others were not told yet that a source was cleared. */
  boolean isUntold(String source) {
    return untold.contains(source);
  }

  /** The sources that were cleared here and not yet there. */
  List<String> untold() {
    return untold.stream().sorted().toList();
  }

  /** Tells others of what was cleared; who clears a source meanwhile puts a mark of its own. */
  synchronized void tellCleared() {
    for (String source : List.copyOf(untold)) {
      String mark = seal.newMark();
      shelf.mark(nameOf(source), mark);
      seen.put(source, mark);
      untold.remove(source);
    }
  }

  /** Looks at the marks of all sources that are used here. */
  void look() {
    List<String> sources = List.copyOf(used.get());
    if (sources.isEmpty()) {
      return;
    }
    List<Optional<String>> now = shelf.marks(sources.stream().map(this::nameOf).toList());
    for (int index = 0; index < sources.size(); index++) {
      noted(sources.get(index), now.get(index));
    }
  }

  /**
   * The mark of a source, made where there is none; nothing where it is another than before, and so
   * all that is known of the source was forgotten.
   */
  synchronized Optional<String> noted(String source, Optional<String> found) {
    // A shelf that lost its marks may have lost one that said "cleared".
    String mark = found.orElseGet(() -> shelf.markIfNone(nameOf(source), seal.newMark()));
    if (mark.equals(seen.put(source, mark))) {
      return Optional.of(mark);
    }
    cleared.accept(source);
    return Optional.empty();
  }
}
