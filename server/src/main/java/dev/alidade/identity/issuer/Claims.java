package dev.alidade.identity.issuer;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads claims by name, or by a path such as `realm_access.roles`. */
final class Claims {
  private Claims() {}

  static Optional<Object> find(JWTClaimsSet claims, String name) {
    Object whole = claims.getClaim(name);
    if (whole != null) {
      return Optional.of(whole);
    }
    Object place = claims.getClaims();
    for (String step : name.split("\\.", -1)) {
      place = place instanceof Map<?, ?> object ? object.get(step) : null;
    }
    return Optional.ofNullable(place);
  }

  /** A text, number or truth value as text; a list has no single one. */
  static Optional<String> single(Object value) {
    return value instanceof String || value instanceof Number || value instanceof Boolean
        ? Optional.of(value.toString()).filter(text -> !text.isBlank())
        : Optional.empty();
  }

  static List<String> several(Object value) {
    return value instanceof Collection<?> list
        ? list.stream().flatMap(item -> single(item).stream()).toList()
        : single(value).stream().toList();
  }
}
