package dev.alidade.source;

import dev.alidade.base.Nearest;
import dev.alidade.engine.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Checks settings that a caller gives, all of them before it complains; values are not repeated.
 */
final class GivenSettings {
  private static final Pattern PASSWORD_IN_URL =
      Pattern.compile("://[^/?#]*:[^/?#]*@|[?&](?i:password|pwd)=");

  private final List<Setting> known;
  private final References references;
  private final GivenPaths paths;

  GivenSettings(List<Setting> known, References references, GivenPaths paths) {
    this.known = List.copyOf(known);
    this.references = references;
    this.paths = paths;
  }

  /**
   * Settings as they are kept: paths are whole, variables stand as their names.
   *
   * @param problems what is wrong, in the order of the form
   */
  record Checked(Map<String, Object> written, List<SettingProblem> problems) {
    Checked {
      written = Map.copyOf(written);
      problems = List.copyOf(problems);
    }
  }

  Checked check(Map<String, Object> given) {
    List<String> names = known.stream().map(Setting::name).toList();
    List<SettingProblem> problems = new ArrayList<>();
    for (String name : given.keySet()) {
      if (!names.contains(name)) {
        problems.add(new SettingProblem(name, "is not a setting" + Nearest.hint(name, names)));
      }
    }
    Map<String, Object> written = new LinkedHashMap<>();
    for (Setting setting : known) {
      Object value = given.get(setting.name());
      boolean isGiven = value != null && !value.toString().isBlank();
      if (!isGiven && setting.required()) {
        problems.add(new SettingProblem(setting.name(), "is needed: " + setting.description()));
      }
      if (isGiven) {
        Optional<String> problem = problem(setting, value);
        problem.ifPresent(text -> problems.add(new SettingProblem(setting.name(), text)));
        if (problem.isEmpty()) {
          written.put(setting.name(), whole(setting, value));
        }
      }
    }
    return new Checked(written, problems);
  }

  private Optional<String> problem(Setting setting, Object value) {
    if (setting.kind().isConfigurationOnly()) {
      return Optional.of("may stand in the configuration file only");
    }
    if (!fits(setting, value)) {
      return Optional.of("must be " + shapeOf(setting));
    }
    if (!setting.secret() && value instanceof String text && PASSWORD_IN_URL.matcher(text).find()) {
      return Optional.of("holds a password; give it as `password`, where it is never shown");
    }
    return references
        .problem(value)
        .or(() -> setting.isPath() ? paths.problem(value) : Optional.empty());
  }

  private Object whole(Setting setting, Object value) {
    if (!setting.isPath()) {
      return value;
    }
    List<String> whole = GivenPaths.texts(value).stream().map(paths::whole).toList();
    return setting.kind() == Setting.Kind.PATHS ? whole : whole.getFirst();
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
