package dev.alidade.identity;

import dev.alidade.store.Database;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** The short reads of every request, over one connection that stays open. */
final class QuickReads implements AutoCloseable {
  private final Database database;
  private Handle handle;

  QuickReads(Database database) {
    this.database = database;
  }

  synchronized <T> T read(Function<Handle, T> query) {
    if (handle != null) {
      try {
        return query.apply(handle);
      } catch (JdbiException broken) {
        // The connection may have been lost since; a second failure is told.
        close();
      }
    }
    handle = database.jdbi().open();
    return query.apply(handle);
  }

  @Override
  public synchronized void close() {
    if (handle != null) {
      handle.close();
      handle = null;
    }
  }
}
