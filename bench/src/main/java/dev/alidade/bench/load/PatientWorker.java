package dev.alidade.bench.load;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;

/** A worker that waits a moment where it was refused. */
public final class PatientWorker implements Worker {
  private static final Duration MOMENT = Duration.ofMillis(20);

  private final Worker worker;

  /** Lets another work. */
  public PatientWorker(Worker worker) {
    this.worker = worker;
  }

  @Override
  public void once(long number) throws Exception {
    try {
      worker.once(number);
    } catch (Refused refused) {
      Thread.sleep(MOMENT);
      throw refused;
    }
  }

  @Override
  public void close() throws IOException, SQLException {
    worker.close();
  }
}
