package dev.alidade.delivery;

import java.io.IOException;
import java.io.OutputStream;

/** A file on its way: nobody sees it before it is kept, and it is gone if it never is. */
interface Outgoing extends AutoCloseable {
  OutputStream stream();

  /** Puts the whole file where it belongs. */
  void keep() throws IOException;

  @Override
  void close() throws IOException;
}
