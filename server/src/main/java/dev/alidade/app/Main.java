package dev.alidade.app;

/** Entry point of the product. */
public final class Main {
  private Main() {}

  /** Starts the product. */
  public static void main(String[] arguments) {
    System.out.println("ok " + arguments.length);
  }
}
