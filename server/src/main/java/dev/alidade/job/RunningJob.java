package dev.alidade.job;

import dev.alidade.base.Cancellation;
import dev.alidade.engine.Progress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A job of this process while it waits or runs. */
final class RunningJob {
  private final JobRecord submitted;
  private final Cancellation cancellation = new Cancellation();
  private final Progress progress = new Progress();
  private final CompletableFuture<JobRecord> end = new CompletableFuture<>();
  private volatile Optional<JobTally> result = Optional.empty();

  RunningJob(JobRecord submitted) {
    this.submitted = submitted;
  }

  JobRecord submitted() {
    return submitted;
  }

  Cancellation cancellation() {
    return cancellation;
  }

  Progress progress() {
    return progress;
  }

  /** Its size can be read there from now on. */
  void counts(JobTally tally) {
    result = Optional.of(tally);
  }

  long bytes() {
    return result.map(JobTally::bytes).orElse(0L);
  }

  /** The record as it is now. */
  JobRecord now() {
    return submitted.withSize(result.map(JobTally::rows).orElse(0L), bytes());
  }

  void ended(JobRecord how) {
    end.complete(how);
  }

  /** Waits for the end, but not longer than {@code time} or than {@code waiting} wants. */
  void await(Duration time, Cancellation waiting) {
    CompletableFuture<JobRecord> over = end.copy();
    Cancellation.Registration registration = waiting.onCancel(() -> over.complete(submitted));
    try {
      over.completeOnTimeout(submitted, time.toMillis(), TimeUnit.MILLISECONDS).join();
    } finally {
      registration.close();
    }
  }
}
