package dev.alidade.bench.soak;

import dev.alidade.bench.load.Refused;
import dev.alidade.bench.load.Worker;
import java.io.IOException;
import java.sql.SQLException;

/** A worker that counts what goes wrong, connects again and goes on. */
final class LastingWorker implements Worker {
  private final Factory factory;
  private final Errors errors;
  private Worker worker;

  LastingWorker(Factory factory, Errors errors) throws Exception {
    this.factory = factory;
    this.errors = errors;
    this.worker = factory.open();
  }

  @Override
  public void once(long number) throws Exception {
    try {
      worker.once(number);
    } catch (Refused refused) {
      errors.count(refused.getMessage());
      throw refused;
    } catch (IOException broken) {
      errors.count("connection lost");
      worker.close();
      worker = factory.open();
      throw new Refused(0, "connection lost");
    }
  }

  @Override
  public void close() throws IOException, SQLException {
    worker.close();
  }
}
