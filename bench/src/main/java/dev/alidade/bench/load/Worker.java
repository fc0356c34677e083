package dev.alidade.bench.load;

import java.io.IOException;
import java.sql.SQLException;

/** One caller's connection to what is measured. */
public interface Worker extends AutoCloseable {
  /**
   * Does its work once; {@code number} counts the calls of all workers together. Fails with {@link
   * Refused} where the call was heard and not answered.
   */
  void once(long number) throws Exception;

  @Override
  void close() throws IOException, SQLException;

  /** Makes a worker. */
  interface Factory {
    /** One that is connected. */
    Worker open() throws Exception;
  }
}
