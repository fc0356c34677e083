package dev.alidade.upload;

import java.util.Collection;
import java.util.Locale;

/** Names for sources, made of the names of their files. */
public final class SuggestedName {
  private static final int LONGEST = 50;

  private SuggestedName() {}

  /** A name like the file's that is not among the taken ones. */
  public static String of(String file, Collection<String> taken) {
    String stem = file.replaceFirst("\\.(gz|zst)$", "").replaceFirst("\\.[^.]*$", "");
    String word = stem.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    String trimmed = word.replaceAll("^_+|_+$", "");
    String begun = trimmed.matches("[a-z].*") ? trimmed : "database_" + trimmed;
    String base = begun.substring(0, Math.min(LONGEST, begun.length())).replaceAll("_+$", "");
    String name = base;
    for (int number = 2; taken.contains(name); number++) {
      name = base + "_" + number;
    }
    return name;
  }
}
