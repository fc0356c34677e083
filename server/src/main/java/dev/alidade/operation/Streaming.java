package dev.alidade.operation;

import java.io.IOException;
import java.io.OutputStream;

/** Writes an operation's result of any size in one format, in constant memory. */
@FunctionalInterface
public interface Streaming<I> {
  /** Writes all; what fails before the first byte is still a proper error at the door. */
  void write(I input, Invocation invocation, OutputStream out) throws IOException;
}
