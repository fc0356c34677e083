package dev.alidade.ask.ground;

/** Names of tables and columns as people would say them. */
public final class PlainNames {
  private PlainNames() {}

  /** The words of a name with single spaces, in lower case. */
  public static String of(String name) {
    String plain = String.join(" ", NameReader.parts(name));
    return plain.isEmpty() ? name : plain;
  }
}
