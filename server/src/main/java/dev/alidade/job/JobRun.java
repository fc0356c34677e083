package dev.alidade.job;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.Batch;
import dev.alidade.engine.Parameters;
import dev.alidade.operation.Failure;
import dev.alidade.query.GovernedResult;
import dev.alidade.query.QueryLimits;
import dev.alidade.query.QueryRequest;
import dev.alidade.query.QueryService;
import dev.alidade.query.spool.SpoolWriter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.Optional;

/** Runs one job to its end, into its file. */
record JobRun(
    QueryService queries,
    ResultFiles files,
    RunningJob job,
    QueryRequest request,
    Optional<JobWork> work,
    Runnable checkRoom,
    long started) {
  private static final long LOOK_EVERY = 8L * 1024 * 1024;
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  /** How it ended. */
  record Outcome(JobState state, Optional<Failure> failure) {}

  Outcome run() {
    try (GovernedResult result = queries.run(request)) {
      take(result);
      return new Outcome(JobState.DONE, Optional.empty());
    } catch (IOException unwritable) {
      return failed(
          new AlidadeException(
              ErrorCode.FILE_UNREADABLE,
              "The result cannot be written; see whether the disk is full and may be written to",
              unwritable));
    } catch (RuntimeException | Error failure) {
      return failed(failure);
    }
  }

  private void take(GovernedResult result) throws IOException {
    if (work.isPresent()) {
      job.counts(work.get());
      String id = job.submitted().id();
      work.get().run(id, result, this::further, files.folder(id), checkRoom);
      checkRoom.run();
      return;
    }
    try (FileChannel file = files.create(job.submitted().id())) {
      write(result, file);
    }
  }

  /** What is left of the job's time is shared by waiting for a turn and running. */
  private GovernedResult further(String sql, Parameters parameters) {
    Duration half = JobService.LONGEST.minusNanos(System.nanoTime() - started).dividedBy(2);
    if (half.compareTo(SHORTEST) < 0) {
      throw new AlidadeException(
          ErrorCode.QUERY_TIMEOUT, "The job has no time left for its next statement; make it two");
    }
    QueryLimits limits =
        new QueryLimits(half, request.limits().rows(), half, true, request.limits().whole());
    return queries.run(
        new QueryRequest(
                request.caller(), request.source(), sql, parameters, limits, request.cancellation())
            .watchedBy(request.progress()));
  }

  private void write(GovernedResult result, FileChannel file) throws IOException {
    SpoolWriter rows = new SpoolWriter(file, result.columns());
    job.counts(
        new JobTally() {
          @Override
          public long rows() {
            return rows.rows();
          }

          @Override
          public long bytes() {
            return rows.bytes();
          }
        });
    long looked = 0;
    for (Optional<Batch> batch = result.next(); batch.isPresent(); batch = result.next()) {
      rows.add(batch.get(), 0);
      if (rows.bytes() - looked > LOOK_EVERY) {
        looked = rows.bytes();
        checkRoom.run();
      }
    }
    checkRoom.run();
  }

  private Outcome failed(Throwable failure) {
    boolean isCancelled =
        failure instanceof AlidadeException known
            && known.code() == ErrorCode.QUERY_CANCELLED
            && job.cancellation().isCancelled();
    return isCancelled
        ? new Outcome(JobState.CANCELLED, Optional.empty())
        : new Outcome(JobState.FAILED, Optional.of(Failure.of(failure)));
  }
}
