package dev.alidade.evaluate;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Waits for work on another thread and passes its failure on. */
final class Waiting {
  private Waiting() {}

  static <T> T get(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AlidadeException(
          ErrorCode.QUERY_CANCELLED, "The evaluation was interrupted", interrupted);
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof AlidadeException known) {
        throw known;
      }
      throw new IllegalStateException(failure.getCause());
    }
  }
}
