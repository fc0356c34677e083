package dev.alidade.delivery;

import java.io.IOException;
import java.io.OutputStream;

/** A file on its way: nobody sees it before it is kept, and it is gone if it never is. */
public interface Outgoing extends AutoCloseable {
  /** Takes the content; closed behind the last byte, and not at all if that does not come. */
  OutputStream stream();

  /** Puts the whole file where it belongs. */
  void keep() throws IOException;

  @Override
  void close() throws IOException;
}
