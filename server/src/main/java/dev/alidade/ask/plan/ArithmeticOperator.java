package dev.alidade.ask.plan;

/** How two numbers become one. */
public enum ArithmeticOperator {
  PLUS("+"),
  MINUS("-"),
  TIMES("*"),
  DIVIDED_BY("/");

  private final String symbol;

  ArithmeticOperator(String symbol) {
    this.symbol = symbol;
  }

  /** How people and SQL write it. */
  public String symbol() {
    return symbol;
  }
}
