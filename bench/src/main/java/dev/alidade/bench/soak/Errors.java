package dev.alidade.bench.soak;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How often each error came. */
final class Errors {
  static final String INTERNAL = "INTERNAL";
  private static final Pattern CODE = Pattern.compile("\"code\": *\"([A-Z_]+)\"");

  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

  /** Counts the code that an answer holds, or what else is known of it. */
  void count(String answer) {
    Matcher code = CODE.matcher(answer);
    counts
        .computeIfAbsent(code.find() ? code.group(1) : answer, name -> new LongAdder())
        .increment();
  }

  long of(String code) {
    return counts.containsKey(code) ? counts.get(code).sum() : 0;
  }

  Map<String, Long> all() {
    Map<String, Long> sums = new TreeMap<>();
    counts.forEach((code, count) -> sums.put(code, count.sum()));
    return sums;
  }
}
