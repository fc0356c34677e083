package dev.alidade.job;

import dev.alidade.operation.Description;
import dev.alidade.operation.Failure;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A job as its caller sees it. */
public record JobOutput(
    @Description("Pass it to job_status, job_result and cancel_job") String job,
    JobState state,
    String source,
    String sql,
    @Description("Rows so far, or of the whole result") long rows,
    @Description("From 0 to 1, where the source tells") Optional<Double> progress,
    long elapsedMs,
    String submittedAt,
    Optional<String> finishedAt,
    @Description("When the result is forgotten; known when the job has ended")
        Optional<String> keptUntil,
    @Description("Why it failed") Optional<Failure> error) {
  static JobOutput of(JobService.Watched watched, Instant now) {
    JobRecord job = watched.job();
    Instant end = job.finishedAt().orElse(now);
    return new JobOutput(
        job.id(),
        job.state(),
        job.source(),
        job.sql(),
        job.rows(),
        watched.progress().isPresent()
            ? Optional.of(watched.progress().getAsDouble())
            : Optional.empty(),
        Duration.between(job.submittedAt(), end).toMillis(),
        text(job.submittedAt()),
        job.finishedAt().map(JobOutput::text),
        job.finishedAt().map(ended -> text(job.keptUntil())),
        job.error());
  }

  private static String text(Instant moment) {
    return moment.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
