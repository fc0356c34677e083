package dev.alidade.export;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The names of a file's sheets: those that were given, and numbered ones for what they overflow.
 */
final class SheetNames {
  private final Set<String> taken = new HashSet<>();

  SheetNames(List<String> given) {
    Sheet.checkDistinct(given);
    given.forEach(name -> taken.add(name.toLowerCase(Locale.ROOT)));
  }

  /** The name itself first, then with numbers behind it that no other sheet has. */
  Supplier<String> of(String name) {
    return new Supplier<>() {
      private int number;

      @Override
      public String get() {
        number++;
        return number == 1 ? name : next();
      }

      private String next() {
        String numbered = numbered();
        while (!taken.add(numbered.toLowerCase(Locale.ROOT))) {
          number++;
          numbered = numbered();
        }
        return numbered;
      }

      private String numbered() {
        String end = " " + number;
        return name.substring(0, Math.min(name.length(), Sheet.LONGEST_NAME - end.length())) + end;
      }
    };
  }
}
