package dev.alidade.evaluate;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words behind a command's name: options with values, flags, and one suite. */
final class CommandWords {
  private static final String EVERY = "--every";

  private final String usage;
  private final Map<String, String> values = new HashMap<>();
  private final Set<String> flags = new HashSet<>();
  private final List<String> others = new ArrayList<>();

  private CommandWords(String usage) {
    this.usage = usage;
  }

  /**
   * @param usage the command's name and what may stand behind it
   * @throws AlidadeException INVALID_INPUT where a word is none of these
   */
  static CommandWords read(
      List<String> words, Set<String> withValue, Set<String> known, String usage) {
    CommandWords read = new CommandWords(usage);
    for (int index = 0; index < words.size(); index++) {
      String word = words.get(index);
      if (withValue.contains(word)) {
        if (index + 1 == words.size()) {
          throw read.wrong(word + " needs a value");
        }
        read.values.put(word, words.get(++index));
      } else if (known.contains(word)) {
        read.flags.add(word);
      } else if (word.startsWith("-")) {
        throw read.wrong("there is no option " + word);
      } else {
        read.others.add(word);
      }
    }
    return read;
  }

  boolean has(String flag) {
    return flags.contains(flag);
  }

  Optional<String> value(String option) {
    return Optional.ofNullable(values.get(option));
  }

  Optional<Path> path(String option) {
    return value(option).map(Path::of);
  }

  /** A folder that exists, where the option is given. */
  Optional<Path> folder(String option) {
    Optional<Path> folder = path(option);
    if (folder.isPresent() && !Files.isDirectory(folder.get())) {
      throw new AlidadeException(
          ErrorCode.FILE_NOT_FOUND, "No folder %s; correct %s".formatted(folder.get(), option));
    }
    return folder;
  }

  <T> T needed(Optional<T> found, String option) {
    return found.orElseThrow(() -> wrong(option + " is needed"));
  }

  /** The one suite; fails with {@code otherwise} where there is not one. */
  Path suite(String otherwise) {
    if (others.size() != 1) {
      throw wrong(otherwise);
    }
    return Path.of(others.getFirst());
  }

  /** Of how many questions one is asked. */
  int every() {
    String text = values.getOrDefault(EVERY, "1");
    if (!text.matches("[1-9]\\d{0,5}")) {
      throw wrong("--every needs a positive number");
    }
    return Integer.parseInt(text);
  }

  AlidadeException wrong(String what) {
    String command = usage.substring(0, usage.indexOf(' '));
    return new AlidadeException(
        ErrorCode.INVALID_INPUT, "%s: %s. Usage: %s".formatted(command, what, usage));
  }
}
