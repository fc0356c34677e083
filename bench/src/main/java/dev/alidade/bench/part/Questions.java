package dev.alidade.bench.part;

import java.util.ArrayList;
import java.util.List;

/** Questions to the sample data that its planner answers, no two alike. */
final class Questions {
  private static final List<String> THINGS = List.of("products", "customers", "stores");
  private static final int MOST = 20;

  private Questions() {}

  static List<String> all() {
    List<String> questions = new ArrayList<>();
    for (int count = 2; count <= MOST; count++) {
      for (String thing : THINGS) {
        questions.add("top %d %s by revenue".formatted(count, thing));
      }
    }
    for (int year : List.of(2024, 2025)) {
      questions.add("orders per month in " + year);
      questions.add("revenue per month in " + year);
      questions.add("How many orders were there in %d?".formatted(year));
    }
    return questions;
  }
}
