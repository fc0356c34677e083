package dev.alidade.base;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The trace of another system that a call is part of, as the W3C's Trace Context writes it. What
 * does not follow it to the letter is no trace: these texts come from anybody and go into records.
 *
 * @param id of the trace, 32 hexadecimal digits
 * @param parent the span that calls, 16 hexadecimal digits
 * @param isSampled whether the caller records the trace
 * @param state what the systems on the way added; empty where they added nothing readable
 */
public record Trace(String id, String parent, boolean isSampled, String state) {
  private static final Pattern PARENT =
      Pattern.compile(
          "([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-[\\x20-\\x7e]*)?");
  private static final Pattern NOTHING = Pattern.compile("0+");
  private static final Pattern MEMBER =
      Pattern.compile(
          "((?:[a-z][a-z0-9_*/-]{0,255})|(?:[a-z0-9][a-z0-9_*/-]{0,240}@[a-z][a-z0-9_*/-]{0,13}))"
              + "=[\\x20-\\x2b\\x2d-\\x3c\\x3e-\\x7e]{0,255}[\\x21-\\x2b\\x2d-\\x3c\\x3e-\\x7e]");
  private static final int LONGEST_PARENT = 200;
  private static final int LONGEST_STATE = 512;
  private static final int MOST_MEMBERS = 32;
  private static final int SAMPLED = 1;

  public Trace {
    if (!id.matches("[0-9a-f]{32}") || !parent.matches("[0-9a-f]{16}")) {
      throw new IllegalArgumentException("no trace");
    }
    Objects.requireNonNull(state, "state");
  }

  /** The trace that a `traceparent` and a `tracestate` describe, if they do. */
  public static Optional<Trace> read(String traceparent, Optional<String> tracestate) {
    Matcher matcher = PARENT.matcher(traceparent);
    if (traceparent.length() > LONGEST_PARENT || !matcher.matches()) {
      return Optional.empty();
    }
    String version = matcher.group(1);
    boolean hasMore = matcher.group(5) != null;
    if (version.equals("ff") || (version.equals("00") && hasMore)) {
      return Optional.empty();
    }
    if (NOTHING.matcher(matcher.group(2)).matches()
        || NOTHING.matcher(matcher.group(3)).matches()) {
      return Optional.empty();
    }
    boolean sampled = (Integer.parseInt(matcher.group(4), 16) & SAMPLED) == SAMPLED;
    return Optional.of(
        new Trace(
            matcher.group(2),
            matcher.group(3),
            sampled,
            tracestate.filter(Trace::isState).orElse("")));
  }

  private static boolean isState(String text) {
    List<String> members =
        Arrays.stream(text.split(",", -1))
            .map(String::strip)
            .filter(each -> !each.isEmpty())
            .toList();
    Set<String> keys = new HashSet<>();
    return text.length() <= LONGEST_STATE
        && members.size() <= MOST_MEMBERS
        && members.stream()
            .allMatch(
                member ->
                    MEMBER.matcher(member).matches()
                        && keys.add(member.substring(0, member.indexOf('='))));
  }
}
