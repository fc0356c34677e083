package dev.alidade.ask.verified;

import dev.alidade.ask.ground.Mention;
import dev.alidade.ask.text.Span;
import dev.alidade.ask.text.Token;
import dev.alidade.ask.text.TokenKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lays a question beside an approved one, word by word. Where they differ both must have a value of
 * one kind; every other word is the same, so that operators and directions agree.
 */
final class Alignment {
  private final Wording before;
  private final Wording after;
  private final Set<Long> deadEnds = new HashSet<>();
  private final Deque<Slot> slots = new ArrayDeque<>();

  private Alignment(Wording before, Wording after) {
    this.before = before;
    this.after = after;
  }

  /** The slots; none at all where the questions differ in more than values. */
  static Optional<List<Slot>> of(Wording before, Wording after) {
    Alignment alignment = new Alignment(before, after);
    return alignment.fits(0, 0) ? Optional.of(List.copyOf(alignment.slots)) : Optional.empty();
  }

  private boolean fits(int left, int right) {
    if (left == before.size() && right == after.size()) {
      return true;
    }
    long place = left * 1_000_000L + right;
    if (deadEnds.contains(place)) {
      return false;
    }
    boolean inside = left < before.size() && right < after.size();
    // A period reaches over the words around it: "since 2024" is one, "2024" in it another.
    if (inside && (fitsWithSlot(left, right, true) || fitsWithWord(left, right))) {
      return true;
    }
    if ((inside && fitsWithSlot(left, right, false)) || fitsWithout(left, right)) {
      return true;
    }
    deadEnds.add(place);
    return false;
  }

  private boolean fitsWithWord(int left, int right) {
    return isSame(before.token(left), after.token(right)) && fits(left + 1, right + 1);
  }

  private boolean fitsWithout(int left, int right) {
    return (left < before.size() && before.isIdle(left) && fits(left + 1, right))
        || (right < after.size() && after.isIdle(right) && fits(left, right + 1));
  }

  private boolean fitsWithSlot(int left, int right, boolean periods) {
    for (Slot slot : slots(left, right, periods)) {
      slots.addLast(slot);
      if (fits(slot.before().end(), slot.after().end())) {
        return true;
      }
      slots.removeLast();
    }
    return false;
  }

  /** The longest first. */
  private List<Slot> slots(int left, int right, boolean periods) {
    List<Slot> found = new ArrayList<>();
    for (Span one : spans(before, left, periods)) {
      for (Span other : spans(after, right, periods)) {
        List<Slot.Reading> readings = new ArrayList<>();
        for (Mention value : at(before, one)) {
          at(after, other).stream()
              .filter(beside -> Slot.isSameKind(value, beside))
              .forEach(beside -> readings.add(new Slot.Reading(value, beside)));
        }
        if (!readings.isEmpty()) {
          found.add(new Slot(one, other, readings));
        }
      }
    }
    return found;
  }

  private static List<Span> spans(Wording wording, int at, boolean periods) {
    return wording.valuesAt(at).stream()
        .filter(value -> value instanceof Mention.OfPeriod == periods)
        .map(Mention::span)
        .distinct()
        .sorted(Comparator.comparingInt((Span span) -> -span.length()))
        .toList();
  }

  private static List<Mention> at(Wording wording, Span span) {
    return wording.valuesAt(span.start()).stream()
        .filter(value -> value.span().equals(span))
        .toList();
  }

  private static boolean isSame(Token left, Token right) {
    if (left.kind() != right.kind()) {
      return false;
    }
    return left.kind() == TokenKind.QUOTED
        ? left.text().equals(right.text())
        : left.lemma().equals(right.lemma());
  }
}
