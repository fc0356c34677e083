package dev.alidade.audit;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * How far a search went: in each chain, the number below which it goes on, and the numbers of ends
 * whose starts it has yet to meet.
 */
record AuditCursor(Map<Integer, Long> before, Map<Integer, List<Long>> ends) {
  private static final Pattern FORM =
      Pattern.compile(
          "([0-9]{1,6}:[0-9]{1,18}(\\+[0-9]{1,18})*)(,[0-9]{1,6}:[0-9]{1,18}(\\+[0-9]{1,18})*)*");
  private static final int LONGEST = 100_000;
  private static final int MOST_ENDS = 500;

  AuditCursor {
    before = Map.copyOf(before);
    ends = Map.copyOf(ends);
  }

  static AuditCursor read(Optional<String> text) {
    if (text.isEmpty()) {
      return new AuditCursor(Map.of(), Map.of());
    }
    String plain = plain(text.get());
    if (!FORM.matcher(plain).matches()) {
      throw unknown();
    }
    Map<Integer, Long> before = new TreeMap<>();
    Map<Integer, List<Long>> ends = new TreeMap<>();
    for (String part : List.of(plain.split(",", -1))) {
      List<String> words = List.of(part.split("[:+]", -1));
      int chain = Integer.parseInt(words.getFirst());
      before.put(chain, Long.parseLong(words.get(1)));
      ends.put(
          chain,
          words.subList(2, words.size()).stream().map(Long::valueOf).limit(MOST_ENDS).toList());
    }
    return new AuditCursor(before, ends);
  }

  String text() {
    List<String> parts = new ArrayList<>();
    new TreeMap<>(before)
        .forEach(
            (chain, sequence) -> {
              StringBuilder part = new StringBuilder(chain + ":" + sequence);
              ends.getOrDefault(chain, List.of()).forEach(end -> part.append('+').append(end));
              parts.add(part.toString());
            });
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(String.join(",", parts).getBytes(StandardCharsets.US_ASCII));
  }

  private static String plain(String text) {
    if (text.length() > LONGEST) {
      throw unknown();
    }
    try {
      return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.ISO_8859_1);
    } catch (IllegalArgumentException notBase64) {
      throw unknown();
    }
  }

  private static AlidadeException unknown() {
    return new AlidadeException(
        ErrorCode.CURSOR_INVALID,
        "This is no cursor of the audit; leave `cursor` out to read from the newest event");
  }
}
