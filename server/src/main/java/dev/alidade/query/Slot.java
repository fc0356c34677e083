package dev.alidade.query;

/** The right to use a source, until it is closed; doing so twice does nothing. */
@FunctionalInterface
interface Slot extends AutoCloseable {
  @Override
  void close();
}
