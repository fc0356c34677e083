package dev.alidade.source;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts variables of the environment in the places of their names. Who adds a source may not see the
 * environment, and could send what it holds to a server of their own; so only variables count whose
 * names say that they are for this.
 */
final class References {
  /** What the names of such variables begin with. */
  static final String PREFIX = "ALIDADE_SOURCE_";

  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]*)}");

  private final Function<String, Optional<String>> environment;

  References(Function<String, Optional<String>> environment) {
    this.environment = environment;
  }

  /** What is wrong with the variables that a value names. */
  Optional<String> problem(Object value) {
    return texts(value).stream()
        .flatMap(text -> REFERENCE.matcher(text).results())
        .map(match -> match.group(1))
        .flatMap(name -> problemOf(name).stream())
        .findFirst();
  }

  private Optional<String> problemOf(String name) {
    if (!name.startsWith(PREFIX)) {
      return Optional.of(
          "names the environment variable %s; only those whose names begin with %s can be used here"
              .formatted(name, PREFIX));
    }
    return environment.apply(name).isPresent()
        ? Optional.empty()
        : Optional.of(
            "needs the environment variable %s, which is not set; set it and restart, or give the value itself"
                .formatted(name));
  }

  /** The settings with values in the places of names; fails where one is missing. */
  Map<String, Object> resolved(Map<String, Object> settings) {
    Map<String, Object> resolved = new LinkedHashMap<>();
    settings.forEach((name, value) -> resolved.put(name, resolved(name, value)));
    return resolved;
  }

  private Object resolved(String setting, Object value) {
    problem(value)
        .ifPresent(
            problem -> {
              throw new AlidadeException(
                  ErrorCode.CONFIGURATION_INVALID, "`%s` %s".formatted(setting, problem));
            });
    return switch (value) {
      case String text -> resolved(text);
      case List<?> several -> several.stream().map(each -> resolved(each.toString())).toList();
      default -> value;
    };
  }

  private String resolved(String text) {
    return REFERENCE
        .matcher(text)
        .replaceAll(
            match -> Matcher.quoteReplacement(environment.apply(match.group(1)).orElseThrow()));
  }

  private static List<String> texts(Object value) {
    return switch (value) {
      case String text -> List.of(text);
      case List<?> several -> several.stream().map(Object::toString).toList();
      default -> List.of();
    };
  }
}
