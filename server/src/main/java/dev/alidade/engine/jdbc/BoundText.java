package dev.alidade.engine.jdbc;

import dev.alidade.base.AlidadeException;
import dev.alidade.engine.Parameters;
import dev.alidade.sql.LexicalRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A statement as JDBC takes it: a {@code ?} at every parameter, and the value for each. The rest of
 * the text is untouched.
 */
public record BoundText(String text, List<Object> values) {
  public BoundText {
    values = Collections.unmodifiableList(new ArrayList<>(values));
  }

  /**
   * Puts {@code ?} where {@code $name}, {@code :name} or {@code $1} stands.
   *
   * @throws AlidadeException PARAMETER_INVALID that names the value that is missing or too much
   */
  public static BoundText of(String sql, LexicalRules rules, Parameters parameters) {
    return ParameterMarkers.of(sql, rules).bind(parameters);
  }
}
