package dev.alidade.ask.ground;

import dev.alidade.ask.text.Span;
import dev.alidade.ask.text.TimeCut;
import dev.alidade.ask.text.Token;
import dev.alidade.ask.text.WordList;
import dev.alidade.sql.DatePart;
import dev.alidade.sql.TimeGrain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The words that speak of dates of every week or day alike, or of how long periods are. */
final class TimeWords {
  private static final int NOON = 12;
  private static final int LAST_HOUR = 23;

  private record Phrase(List<String> words, Function<Span, Mention> meaning) {}

  private final List<Phrase> phrases = new ArrayList<>();

  TimeWords() {
    for (List<String> row : WordList.rows("/dev/alidade/ask/times.tsv")) {
      phrases.add(new Phrase(List.of(row.get(0).split(" ", -1)), meaning(row)));
    }
  }

  private static Function<Span, Mention> meaning(List<String> row) {
    return switch (row.get(1)) {
      case "INTO" -> cut(new TimeCut.Into(TimeGrain.valueOf(row.get(2))));
      case "PART" -> cut(new TimeCut.Part(DatePart.valueOf(row.get(2))));
      case "DAYS" -> {
        int first = Integer.parseInt(row.get(2));
        int last = Integer.parseInt(row.get(3));
        yield span -> new Mention.OfTimePart(span, DatePart.DAY_OF_WEEK, first, last);
      }
      default -> throw new IllegalStateException("times.tsv: no such kind: " + row.get(1));
    };
  }

  private static Function<Span, Mention> cut(TimeCut cut) {
    return span -> new Mention.OfGrain(span, cut);
  }

  /** What the words from {@code start} on tell dates apart by. */
  List<Mention> at(List<Token> tokens, int start) {
    List<Mention> found = new ArrayList<>();
    for (Phrase phrase : phrases) {
      int end = start + phrase.words.size();
      if (end <= tokens.size() && says(tokens.subList(start, end), phrase.words)) {
        found.add(phrase.meaning.apply(new Span(start, end)));
      }
    }
    found.addAll(hours(tokens, start));
    return found;
  }

  /** "After 9 pm", "before 8 am", "at 9 pm or later". */
  private static List<Mention> hours(List<Token> tokens, int start) {
    String edge = tokens.get(start).lower();
    boolean says = List.of("after", "before", "since", "from", "at").contains(edge);
    Optional<Integer> hour = says ? hour(tokens, start + 1) : Optional.empty();
    if (hour.isEmpty()) {
      return List.of();
    }
    int end = start + 3;
    boolean more = end + 1 < tokens.size() && tokens.get(end).is("or");
    String then = more ? tokens.get(end + 1).lower() : "";
    return switch (edge) {
      case "before" -> hours(start, end, 0, hour.get() - 1);
      case "at" ->
          switch (then) {
            case "later", "after" -> hours(start, end + 2, hour.get(), LAST_HOUR);
            case "earlier", "before" -> hours(start, end + 2, 0, hour.get());
            default -> hours(start, end, hour.get(), hour.get());
          };
      default -> hours(start, end, hour.get(), LAST_HOUR);
    };
  }

  private static List<Mention> hours(int start, int end, int first, int last) {
    return first > last
        ? List.of()
        : List.of(new Mention.OfTimePart(new Span(start, end), DatePart.HOUR, first, last));
  }

  /** An hour of the day, from 0, as "9 pm" says it. */
  private static Optional<Integer> hour(List<Token> tokens, int at) {
    if (at + 1 >= tokens.size() || !tokens.get(at).text().matches("1?\\d")) {
      return Optional.empty();
    }
    int number = Integer.parseInt(tokens.get(at).text());
    boolean afternoon = tokens.get(at + 1).is("pm");
    if (number < 1 || number > NOON || !(afternoon || tokens.get(at + 1).is("am"))) {
      return Optional.empty();
    }
    return Optional.of(number % NOON + (afternoon ? NOON : 0));
  }

  private static boolean says(List<Token> tokens, List<String> words) {
    for (int index = 0; index < words.size(); index++) {
      Token token = tokens.get(index);
      if (!token.lemma().equals(words.get(index)) && !token.is(words.get(index))) {
        return false;
      }
    }
    return true;
  }
}
