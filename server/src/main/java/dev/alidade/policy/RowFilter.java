package dev.alidade.policy;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.sql.Dialect;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which rows of a table may be seen: a condition in the source's SQL in which {@code {caller.name}}
 * and {@code {caller.<attribute>}} stand for text literals.
 */
public record RowFilter(String condition) {
  private static final Pattern PLACE = Pattern.compile("\\{caller\\.([A-Za-z0-9_-]+)}");

  public RowFilter {
    Objects.requireNonNull(condition, "condition");
    if (condition.isBlank()) {
      throw new IllegalArgumentException("a condition says something");
    }
  }

  /** The attributes that a caller needs for it. */
  public Set<String> attributes() {
    Set<String> names = new LinkedHashSet<>();
    PLACE.matcher(condition).results().map(place -> place.group(1)).forEach(names::add);
    names.remove("name");
    return names;
  }

  /**
   * The condition for one caller.
   *
   * @throws AlidadeException PERMISSION_DENIED where the caller lacks an attribute
   */
  public String sql(Caller caller, Dialect dialect) {
    StringBuilder sql = new StringBuilder();
    Matcher place = PLACE.matcher(condition);
    while (place.find()) {
      String literal = dialect.literal(valueOf(caller, place.group(1)));
      place.appendReplacement(sql, Matcher.quoteReplacement(literal));
    }
    return place.appendTail(sql).toString();
  }

  private static String valueOf(Caller caller, String name) {
    return Optional.ofNullable(caller.attributes().get(name))
        .or(() -> name.equals("name") ? Optional.of(caller.name()) : Optional.empty())
        .orElseThrow(
            () ->
                new AlidadeException(
                    ErrorCode.PERMISSION_DENIED,
                    "A policy shows you rows by your attribute `%s`, and you have none; ask an administrator to set it"
                        .formatted(name)));
  }
}
