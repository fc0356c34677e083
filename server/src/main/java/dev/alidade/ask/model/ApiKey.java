package dev.alidade.ask.model;

/** A secret that a provider knows its customer by; it never shows itself. */
public record ApiKey(String value) {
  public ApiKey {
    if (value.isBlank() || !value.chars().allMatch(letter -> letter > 32 && letter < 127)) {
      throw new IllegalArgumentException("a key is one word of plain letters");
    }
  }

  @Override
  public String toString() {
    return "***";
  }
}
