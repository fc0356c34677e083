package dev.alidade.ask.converse;

import dev.alidade.ask.plan.AggregateFunction;
import dev.alidade.ask.plan.ComparisonOperator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was read so far, and what the words before wait for. */
final class EditDraft {
  /** What the next name is taken for. */
  enum Mode {
    PLAIN,
    EXCEPT,
    GROUP,
    SORT,
    SHOW,
    HIDE,
    REMOVE
  }

  /** Each is one edit, or several that the words may mean. */
  final List<List<Edit>> slots = new ArrayList<>();

  final List<String> unexplained = new ArrayList<>();
  Mode mode = Mode.PLAIN;
  boolean also;
  boolean alsoGroup;
  boolean count;
  boolean sorting;
  boolean between;
  Optional<AggregateFunction> function = Optional.empty();
  Optional<Boolean> descending = Optional.empty();
  Optional<ComparisonOperator> compare = Optional.empty();
  Optional<BigDecimal> low = Optional.empty();
  List<Place> subject = List.of();
  double weakest = 1;

  boolean names;
  boolean owned;
  int nouns;
  boolean opens;
  boolean mark;
  boolean light;
  boolean back;
  private boolean openRemoval;

  void add(Edit edit) {
    slots.add(List.of(edit));
  }

  void add(List<? extends Edit> alternatives) {
    slots.add(List.copyOf(alternatives));
  }

  /** "Too" at the end speaks of what was said last, "also" of what follows. */
  void alsoSaid() {
    also = true;
    mark = true;
    slots.replaceAll(slot -> slot.stream().map(EditDraft::onTop).toList());
  }

  private static Edit onTop(Edit edit) {
    if (edit instanceof Edit.Filter filter) {
      return new Edit.Filter(filter.place(), filter.test(), true, filter.words());
    }
    return edit instanceof Edit.Group group
        ? new Edit.Group(group.places(), group.cut(), true)
        : edit;
  }

  void removing() {
    mode = Mode.REMOVE;
    openRemoval = true;
  }

  void removed(Edit edit) {
    openRemoval = false;
    add(edit);
  }

  void direct(String argument) {
    if (argument.equals("turn")) {
      sorting = false;
      add(new Edit.Turn());
      return;
    }
    Optional<Boolean> said = Optional.of(argument.equals("descending"));
    boolean sorted =
        !slots.isEmpty() && slots.getLast().stream().allMatch(Edit.Sort.class::isInstance);
    if (sorted) {
      slots.set(
          slots.size() - 1,
          slots.getLast().stream()
              .<Edit>map(edit -> new Edit.Sort(((Edit.Sort) edit).place(), said))
              .toList());
      return;
    }
    descending = said;
    sorting = true;
    mode = Mode.SORT;
  }

  void sort(List<Place> by) {
    sorting = false;
    Optional<Boolean> order = descending;
    List<Edit> sorts =
        by.stream().<Edit>map(place -> new Edit.Sort(Optional.of(place), order)).toList();
    int last = slots.size() - 1;
    boolean limited = last >= 0 && slots.get(last).getFirst() instanceof Edit.Limit;
    if (limited && slots.get(last).getFirst() instanceof Edit.Limit limit) {
      List<Edit> ranked =
          by.stream()
              .<Edit>map(
                  place -> new Edit.Sort(Optional.of(place), limit.descending().or(() -> order)))
              .toList();
      slots.set(last, ranked);
      add(new Edit.Limit(limit.rows(), Optional.empty()));
      return;
    }
    add(sorts);
  }

  /** Whether what comes after "by" ranks the rows that were just cut off. */
  boolean isRanking() {
    return !slots.isEmpty() && slots.getLast().getFirst() instanceof Edit.Limit;
  }

  void limit(BigDecimal rows, Optional<Boolean> order) {
    add(new Edit.Limit(Optional.of(Math.max(1, rows.longValue())), order));
    mode = Mode.PLAIN;
  }

  /** What still waits for a name goes without. */
  void finish() {
    if (sorting) {
      add(new Edit.Sort(Optional.empty(), descending));
    }
    if (openRemoval) {
      add(new Edit.Unfilter(Optional.empty(), false));
    }
    function.ifPresent(
        waiting ->
            add(
                waiting == AggregateFunction.COUNT
                    ? new Edit.Count(Optional.empty())
                    : new Edit.Measure(Optional.of(waiting), Optional.empty())));
    if (count) {
      // What is counted is what the other changes leave.
      add(new Edit.Count(Optional.empty()));
    }
    if (!subject.isEmpty()) {
      unexplained.add(subject.getFirst().column().name());
    }
  }

  /** How much the text says by itself. */
  FollowUp.Kind kind() {
    if (back) {
      return FollowUp.Kind.REFERRING;
    }
    if (names && opens && !mark) {
      return FollowUp.Kind.COMPLETE;
    }
    if (mark) {
      return FollowUp.Kind.REFERRING;
    }
    if (names) {
      return light ? FollowUp.Kind.REFERRING : FollowUp.Kind.BARE;
    }
    return FollowUp.Kind.ELLIPTIC;
  }
}
