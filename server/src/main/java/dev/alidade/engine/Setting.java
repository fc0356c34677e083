package dev.alidade.engine;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One setting of an engine's sources: checks the configuration and describes a field of the form
 * that adds such a source.
 *
 * @param secret whether the value is never shown
 * @param choices the only values that a CHOICE may have
 * @param usual what holds where nothing is said
 */
public record Setting(
    String name,
    Kind kind,
    boolean required,
    boolean secret,
    String description,
    List<String> choices,
    Optional<String> usual) {
  private static final String WRITABLE = "writable";

  /** The shape of a setting's value. */
  public enum Kind {
    TEXT,
    /** One text or a list of them. */
    TEXTS,
    NUMBER,
    FLAG,
    PATH,
    PATHS,
    CHOICE,
    /** A file whose content is a secret. */
    SECRET_PATH,
    /** A command that is run. */
    COMMAND;

    /**
     * Whether only the configuration file may give it: from a caller it would run or read, on this
     * machine, what the caller likes.
     */
    public boolean isConfigurationOnly() {
      return this == SECRET_PATH || this == COMMAND;
    }
  }

  public Setting {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(description, "description");
    choices = List.copyOf(choices);
    Objects.requireNonNull(usual, "usual");
    if ((kind == Kind.CHOICE) == choices.isEmpty()) {
      throw new IllegalArgumentException("choices belong to a CHOICE: " + name);
    }
  }

  /** A setting without choices and default. */
  public Setting(String name, Kind kind, boolean required, boolean secret, String description) {
    this(name, kind, required, secret, description, List.of(), Optional.empty());
  }

  /** A setting that may be left out. */
  public static Setting optional(String name, Kind kind, String description) {
    return new Setting(name, kind, false, false, description);
  }

  /** A setting that may be left out and is never shown. */
  public static Setting secret(String name, String description) {
    return new Setting(name, Kind.TEXT, false, true, description);
  }

  /** Whether rows may be changed by those who have the right; engines with WRITES have it. */
  public static Setting writable() {
    return optional(
            WRITABLE, Kind.FLAG, "Whether callers with the right to write may change its rows")
        .usually("false");
  }

  /** What {@link #writable} says among a source's settings. */
  public static boolean isWritable(Map<String, Object> settings) {
    return settings.getOrDefault(WRITABLE, false).toString().equals("true");
  }

  /** Whether it names files that hold data. */
  public boolean isPath() {
    return kind == Kind.PATH || kind == Kind.PATHS;
  }

  /** One of a few words; the first holds where nothing is said. */
  public static Setting choice(String name, String description, List<String> choices) {
    return new Setting(
        name, Kind.CHOICE, false, false, description, choices, Optional.of(choices.getFirst()));
  }

  /** The same, with a value that holds where nothing is said. */
  public Setting usually(String value) {
    return new Setting(name, kind, required, secret, description, choices, Optional.of(value));
  }
}
