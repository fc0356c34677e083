package dev.alidade.admission;

/** The right to use a place, until it is closed; doing so twice does nothing. */
@FunctionalInterface
public interface Slot extends AutoCloseable {
  @Override
  void close();
}
