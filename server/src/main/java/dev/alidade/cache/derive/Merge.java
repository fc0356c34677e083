package dev.alidade.cache.derive;

import dev.alidade.engine.ResultRules;
import dev.alidade.engine.ResultRules.Likeness;
import dev.alidade.sql.DataType;
import dev.alidade.sql.TypeKind;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How the value of an aggregate over some groups follows from its values over each. */
enum Merge {
  COUNT,
  SUM,
  LEAST,
  GREATEST,
  /** It does not follow, so that groups with it stay as they are. */
  NEVER;

  /** Aggregates that give one value for each group. */
  static final Set<String> NAMES = Set.of("AVG", "COUNT", "COUNT_STAR", "MAX", "MIN", "SUM");

  private static final int DIGITS_OF_COUNT = 18;

  /** How an expression is merged; empty where it is no aggregate that is known. */
  static Optional<Merge> of(Words words) {
    boolean isCall =
        words.size() > 2
            && words.isName(0)
            && words.isSymbol(1, "(")
            && words.isSymbol(words.size() - 1, ")")
            && words.part(2, words.size() - 1).isBalanced();
    if (!isCall) {
      return Calls.isOfOneGroup(words) ? Optional.of(NEVER) : Optional.empty();
    }
    Words given = words.part(2, words.size() - 1);
    boolean isPlain =
        Calls.isOfOneRow(given) && given.outside(index -> given.isSymbol(index, ",")).isEmpty();
    boolean isDistinct = given.is(0, "DISTINCT") && Calls.isOfOneRow(given.part(1, given.size()));
    String name = words.name(0).toUpperCase(Locale.ROOT);
    if (isDistinct && NAMES.contains(name)) {
      return Optional.of(NEVER);
    }
    boolean isStar = given.size() == 1 && given.isSymbol(0, "*");
    return switch (name) {
      case "COUNT" -> Optional.of(COUNT).filter(_ -> isPlain || isStar);
      case "COUNT_STAR" -> Optional.of(COUNT).filter(_ -> given.isEmpty());
      case "SUM" -> Optional.of(SUM).filter(_ -> isPlain);
      case "MIN" -> Optional.of(LEAST).filter(_ -> isPlain);
      case "MAX" -> Optional.of(GREATEST).filter(_ -> isPlain);
      default -> Optional.of(NEVER).filter(_ -> Calls.isOfOneGroup(words));
    };
  }

  /** Whether values of such a column are merged here as they are by the engine. */
  boolean isSureFor(DataType type, ResultRules rules) {
    return switch (this) {
      case COUNT -> type.kind() == TypeKind.INTEGER;
      case SUM -> rules.digitsOfSum(type) > 0;
      case LEAST, GREATEST -> rules.likeness(type) == Likeness.EXACT;
      case NEVER -> false;
    };
  }

  /** What it is over no rows at all; null for none. */
  Object ofNothing() {
    return this == COUNT ? 0L : null;
  }

  /** The value over both, of which neither is null; empty where it is not sure. */
  Optional<Object> both(Object left, Object right, int digits) {
    return switch (this) {
      case COUNT -> Exactly.sum(left, right, DIGITS_OF_COUNT);
      case SUM -> Exactly.sum(left, right, digits);
      case LEAST -> Exactly.compare(left, right).flatMap(order -> first(order, left, right));
      case GREATEST -> Exactly.compare(right, left).flatMap(order -> first(order, left, right));
      case NEVER -> Optional.empty();
    };
  }

  /** Which of two the engine shows is not sure where they are the same and look otherwise. */
  private static Optional<Object> first(int order, Object left, Object right) {
    if (order == 0 && !left.equals(right)) {
      return Optional.empty();
    }
    return Optional.of(order <= 0 ? left : right);
  }
}
