package dev.alidade.engine.duckdb.isolated;

import java.util.Optional;

/** A worker of a crew, lent to one statement or one transaction. */
final class Lease implements Berth {
  private final Crew crew;
  private final Optional<Opening> opening;
  private Worker worker;
  private boolean left;
  private boolean freed;

  Lease(Crew crew, Optional<Opening> opening, Worker worker) {
    this.crew = crew;
    this.opening = opening;
    this.worker = worker;
  }

  @Override
  public synchronized Worker worker() {
    return worker;
  }

  @Override
  public synchronized void renew() {
    crew.dismiss(worker);
    worker = crew.hire(opening);
  }

  @Override
  public synchronized void leaving() {
    if (!left) {
      left = true;
      crew.countLess();
    }
  }

  @Override
  public synchronized void free(boolean fit) {
    if (freed) {
      return;
    }
    freed = true;
    leaving();
    crew.takeBack(worker, fit);
  }
}
