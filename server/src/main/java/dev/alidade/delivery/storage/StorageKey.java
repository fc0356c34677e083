package dev.alidade.delivery.storage;

/** What a storage knows us by; it never shows itself. */
public record StorageKey(String access, String secret) {
  public StorageKey {
    if (!isUsable(access) || !isUsable(secret)) {
      throw new IllegalArgumentException("a key is two words of plain letters");
    }
  }

  /** Whether a text can be one half of a key. */
  public static boolean isUsable(String text) {
    return !text.isEmpty() && text.chars().allMatch(letter -> letter > 32 && letter < 127);
  }

  @Override
  public String toString() {
    return "***";
  }
}
