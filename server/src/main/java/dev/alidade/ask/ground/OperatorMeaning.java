package dev.alidade.ask.ground;

/** Says in plain words what a word does to the others. */
final class OperatorMeaning {
  private OperatorMeaning() {}

  static String of(OperatorKind kind, String argument) {
    return switch (kind) {
      case ASK -> "what is shown";
      case ASK_FOR -> "a " + argument;
      case EVERYTHING -> "all columns";
      case COUNT -> argument.isEmpty() ? "how many" : "how many different";
      case AGGREGATE -> aggregate(argument);
      case SUPERLATIVE -> argument.startsWith("most") ? "highest first" : "lowest first";
      case FREQUENT -> argument.equals("most") ? "most frequent first" : "least frequent first";
      case COMPARE -> comparison(argument);
      case AVERAGE_COUNT -> "how many on average";
      case BETWEEN -> "between two values";
      case SIDE_BY_SIDE -> "side by side";
      case ACROSS ->
          argument
              .toLowerCase(java.util.Locale.ROOT)
              .replace('_', ' ')
              .replace(" count", " in number")
              .replace(" by ", " by each ");
      case NOT -> "not";
      case EXCEPT -> "without what follows";
      case EACH -> argument.equals("by") ? "by" : "one row for each";
      case ORDER -> "sorted by";
      case DIRECTION -> argument.equals("descending") ? "from high to low" : "from low to high";
      case DISTINCT -> "each value once";
      case AND, BOTH -> "both";
      case OR -> "one or the other";
      case TEXT_MATCH -> textMatch(argument);
      case TIMES -> times(argument);
      case MISSING -> "without a value";
      case LINK -> "leads to what follows";
    };
  }

  private static String aggregate(String function) {
    return switch (function) {
      case "MINIMUM time" -> "earliest";
      case "MAXIMUM time" -> "latest";
      case "SUM" -> "total";
      case "AVERAGE" -> "average";
      case "MINIMUM" -> "lowest";
      case "MAXIMUM" -> "highest";
      default -> "how many";
    };
  }

  private static String comparison(String symbol) {
    return switch (symbol) {
      case ">" -> "more than";
      case ">=" -> "at least";
      case "<" -> "less than";
      case "<=" -> "at most";
      default -> "equal to";
    };
  }

  private static String textMatch(String kind) {
    return switch (kind) {
      case "STARTS_WITH" -> "starts with a text";
      case "ENDS_WITH" -> "ends with a text";
      default -> "contains a text";
    };
  }

  private static String times(String test) {
    int space = test.indexOf(' ');
    String count = test.substring(space + 1);
    String unit = count.equals("1") ? " time" : " times";
    return (test.startsWith("= ") ? "exactly" : comparison(test.substring(0, space)))
        + " "
        + count
        + unit;
  }
}
