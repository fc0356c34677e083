package dev.alidade.source;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Nearest;
import dev.alidade.engine.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks settings that a caller gives, all of them before it complains; values are not repeated.
 */
final class GivenSettings {
  private final List<Setting> known;

  GivenSettings(List<Setting> known) {
    this.known = List.copyOf(known);
  }

  Map<String, Object> check(Map<String, Object> given) {
    List<String> names = known.stream().map(Setting::name).toList();
    List<String> problems = new ArrayList<>();
    for (String name : given.keySet()) {
      if (!names.contains(name)) {
        problems.add("`%s` is not a setting%s".formatted(name, Nearest.hint(name, names)));
      }
    }
    Map<String, Object> checked = new LinkedHashMap<>();
    for (Setting setting : known) {
      Object value = given.get(setting.name());
      if (value == null || value.toString().isBlank()) {
        if (setting.required()) {
          problems.add("`%s` is needed: %s".formatted(setting.name(), setting.description()));
        }
        continue;
      }
      if (setting.kind().isConfigurationOnly()) {
        problems.add("`%s` may stand in the configuration file only".formatted(setting.name()));
      } else if (!fits(setting, value)) {
        problems.add("`%s` must be %s".formatted(setting.name(), shapeOf(setting)));
      } else {
        checked.put(setting.name(), value);
      }
    }
    if (!problems.isEmpty()) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT, "The settings are wrong: " + String.join("; ", problems));
    }
    return checked;
  }

  private static boolean fits(Setting setting, Object value) {
    return switch (setting.kind()) {
      case TEXT, PATH, SECRET_PATH, COMMAND -> value instanceof String;
      case TEXTS, PATHS ->
          value instanceof String
              || (value instanceof List<?> several
                  && several.stream().allMatch(String.class::isInstance));
      case NUMBER -> value instanceof Integer number && number >= 0;
      case FLAG -> value instanceof Boolean;
      case CHOICE -> value instanceof String word && setting.choices().contains(word);
    };
  }

  private static String shapeOf(Setting setting) {
    return switch (setting.kind()) {
      case TEXT, COMMAND -> "a text";
      case PATH, SECRET_PATH -> "the path of a file";
      case TEXTS -> "a text or a list of them";
      case PATHS -> "the path of a file or a list of them";
      case NUMBER -> "a whole number of 0 or more";
      case FLAG -> "true or false";
      case CHOICE -> "one of " + String.join(", ", setting.choices());
    };
  }
}
