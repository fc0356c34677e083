package dev.alidade.job;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.Cancellation;
import dev.alidade.base.Deadlines;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.RandomId;
import dev.alidade.engine.Parameters;
import dev.alidade.engine.ResultStream;
import dev.alidade.operation.Failure;
import dev.alidade.policy.Standing;
import dev.alidade.policy.Verdict;
import dev.alidade.query.QueryLimits;
import dev.alidade.query.QueryRequest;
import dev.alidade.query.QueryService;
import dev.alidade.query.Rows;
import dev.alidade.sql.Reason;
import dev.alidade.store.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;

/** Submits queries that outlive their request, and keeps what they give. */
public final class JobService implements AutoCloseable {
  private static final Duration SWEEP = Duration.ofSeconds(30);
  static final Duration LONGEST = QueryLimits.JOB.timeout().plus(QueryLimits.JOB.patience());
  private static final Duration GOODBYE = Duration.ofSeconds(5);

  private final QueryService queries;
  private final JobStore store;
  private final ResultFiles files;
  private final Clock clock;
  private final JobBounds bounds;
  private final Deadlines deadlines = new Deadlines();
  private final Map<String, RunningJob> running = new ConcurrentHashMap<>();
  private volatile boolean used;
  private volatile boolean closed;

  /** A job and how far it is. */
  record Watched(JobRecord job, OptionalDouble progress) {}

  /** Jobs recorded in {@code database}, with their results in {@code folder}. */
  public JobService(
      QueryService queries, Database database, Path folder, Clock clock, JobBounds bounds) {
    this.queries = queries;
    this.store = new JobStore(database);
    this.files = new ResultFiles(folder);
    this.clock = clock;
    this.bounds = bounds;
    deadlines.every(SWEEP, this::sweepIfUsed);
  }

  /** Forgets what earlier processes left and nobody may have any more. */
  public void begin() {
    used = true;
  }

  Watched submit(
      Caller caller, String source, String sql, Parameters parameters, Optional<Duration> keep) {
    return submit(caller, source, sql, parameters, keep, Optional.empty());
  }

  /** Starts a job that does something with its rows; returns what it is called. */
  public String start(
      Caller caller,
      String source,
      String sql,
      Parameters parameters,
      Optional<Duration> keep,
      JobWork work) {
    return submit(caller, source, sql, parameters, keep, Optional.of(work)).job().id();
  }

  /** Fails where the caller may not run the statement. */
  public void check(Caller caller, String source, String sql) {
    Verdict verdict = queries.check(caller, source, sql);
    if (verdict.governed().isEmpty()) {
      Reason first = verdict.reasons().getFirst();
      throw new AlidadeException(first.code(), first.message(), first.location(), null);
    }
  }

  private Watched submit(
      Caller caller,
      String source,
      String sql,
      Parameters parameters,
      Optional<Duration> keep,
      Optional<JobWork> work) {
    used = true;
    check(caller, source, sql);
    Instant now = clock.instant();
    Duration kept = keep.orElse(bounds.keep());
    String seenAs = queries.access(caller).fingerprint(source);
    RunningJob job =
        new RunningJob(
            new JobRecord(
                RandomId.next("job"),
                caller.name(),
                source,
                sql,
                JobState.RUNNING,
                0,
                0,
                Optional.empty(),
                now,
                Optional.empty(),
                now.plus(LONGEST).plus(kept),
                Instances.own(),
                seenAs));
    accept(job);
    QueryRequest request =
        new QueryRequest(caller, source, sql, parameters, QueryLimits.JOB, job.cancellation())
            .watchedBy(job.progress());
    JobRun run =
        new JobRun(queries, files, job, request, work, () -> checkRoom(job), System.nanoTime());
    Thread.ofVirtual().name(job.submitted().id()).start(() -> finish(job, run, kept));
    return watch(job.submitted());
  }

  /** The job as it is, after waiting for its end at most so long. */
  Watched status(Caller caller, String id, Duration wait, Cancellation cancellation) {
    RunningJob job = running.get(id);
    if (job != null && job.submitted().caller().equals(caller.name())) {
      job.await(wait, cancellation);
    }
    return watch(find(caller, id));
  }

  /** The same as its caller sees it. */
  public JobOutput watch(Caller caller, String id, Duration wait, Cancellation cancellation) {
    return JobOutput.of(status(caller, id, wait, cancellation), clock.instant());
  }

  /**
   * The folder of what a job that is done has left, while its caller sees what it saw then; empty
   * where it kept rows.
   */
  public Optional<Path> left(Caller caller, String id) {
    return files.left(finished(caller, id).id());
  }

  /** Stops a job; one that has ended stays as it is. */
  Watched cancel(Caller caller, String id) {
    JobRecord known = find(caller, id);
    RunningJob job = running.get(id);
    if (job == null && known.state() == JobState.RUNNING) {
      throw new AlidadeException(
          ErrorCode.NOT_SUPPORTED,
          "Job `%s` runs in another process of Alidade; cancel it there".formatted(id));
    }
    if (job != null) {
      job.cancellation().cancel();
      job.await(GOODBYE, Cancellation.never());
    }
    return watch(find(caller, id));
  }

  List<Watched> list(Caller caller) {
    sweep();
    return store.list(caller.name()).stream().map(this::watch).toList();
  }

  /** Some rows of a result; fails as the job did where it has none. */
  Rows page(Caller caller, String id, long offset, int limit) {
    JobRecord job = finished(caller, id);
    checkRows(id);
    if (offset > job.rows()) {
      throw new AlidadeException(
          ErrorCode.CURSOR_INVALID,
          "The result has %,d rows; leave `cursor` out to read it from the first"
              .formatted(job.rows()));
    }
    return Rows.collect(files.read(id, offset, job.rows()), limit, job.sql());
  }

  /** The whole result; closed by the caller. */
  ResultStream rows(Caller caller, String id) {
    JobRecord job = finished(caller, id);
    checkRows(id);
    return new SeenRows(files.read(id, 0, job.rows()), queries.standing(caller, job.source()));
  }

  /** Forgets the jobs whose time is over. */
  void sweep() {
    store.removeExpired(clock.instant()).forEach(files::delete);
  }

  @Override
  public void close() {
    closed = true;
    deadlines.close();
    running.values().forEach(job -> job.cancellation().cancel());
    running.values().forEach(job -> job.await(GOODBYE, Cancellation.never()));
  }

  private synchronized void accept(RunningJob job) {
    if (closed) {
      throw new AlidadeException(ErrorCode.SOURCE_UNAVAILABLE, "The server is stopping");
    }
    String caller = job.submitted().caller();
    long others =
        running.values().stream().filter(each -> each.submitted().caller().equals(caller)).count();
    if (others >= bounds.running()) {
      throw new AlidadeException(
          ErrorCode.TOO_MANY_REQUESTS,
          "You have %d jobs that wait or run, which is the most; wait for one or cancel it"
              .formatted(others));
    }
    checkRoom(job);
    store.add(job.submitted());
    running.put(job.submitted().id(), job);
  }

  private void finish(RunningJob job, JobRun run, Duration keep) {
    JobRun.Outcome outcome = run.run();
    JobState state =
        closed && outcome.state() == JobState.CANCELLED ? JobState.LOST : outcome.state();
    Instant now = clock.instant();
    JobRecord ended = job.now().ended(state, outcome.failure(), now, now.plus(keep));
    if (!state.hasResult()) {
      files.delete(ended.id());
      ended = ended.withSize(ended.rows(), 0);
    }
    try {
      store.update(ended);
    } finally {
      running.remove(ended.id());
      job.ended(ended);
    }
  }

  private void checkRoom(RunningJob job) {
    String caller = job.submitted().caller();
    long ofJob = job.bytes();
    long ofCaller = store.bytes(Optional.of(caller)) + runningBytes(caller);
    long ofAll = store.bytes(Optional.empty()) + runningBytes("");
    if (ofJob > bounds.bytesOfJob()
        || ofCaller > bounds.bytesOfCaller()
        || ofAll > bounds.bytesOfAll()) {
      throw new AlidadeException(
          ErrorCode.RESULT_TOO_LARGE,
          "The results of jobs may take %,d MB each, %,d MB of one caller and %,d MB in all; select less, or wait until older ones are forgotten"
              .formatted(
                  bounds.bytesOfJob() >> 20,
                  bounds.bytesOfCaller() >> 20,
                  bounds.bytesOfAll() >> 20));
    }
  }

  private long runningBytes(String caller) {
    return running.values().stream()
        .filter(job -> caller.isEmpty() || job.submitted().caller().equals(caller))
        .mapToLong(RunningJob::bytes)
        .sum();
  }

  private JobRecord finished(Caller caller, String id) {
    JobRecord job = find(caller, id);
    return switch (job.state()) {
      case DONE -> seenAsThen(caller, job);
      case RUNNING ->
          throw new AlidadeException(
              ErrorCode.JOB_RUNNING,
              "Job `%s` is not done yet; ask for its status with wait_seconds".formatted(id));
      case CANCELLED ->
          throw new AlidadeException(
              ErrorCode.QUERY_CANCELLED, "Job `%s` was cancelled".formatted(id));
      case LOST ->
          throw new AlidadeException(
              ErrorCode.JOB_NOT_FOUND,
              "Job `%s` was lost when the server that ran it stopped; submit the query again"
                  .formatted(id));
      case FAILED -> {
        Failure why = job.error().orElseThrow();
        throw new AlidadeException(why.code(), why.message(), why.location(), null);
      }
    };
  }

  private void checkRows(String id) {
    if (files.left(id).isPresent()) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "Job `%s` is an export and keeps files, not rows; `export_status` names them"
              .formatted(id));
    }
  }

  /** A result outlives the rules that it was made under. */
  private JobRecord seenAsThen(Caller caller, JobRecord job) {
    if (!queries.access(caller).fingerprint(job.source()).equals(job.seenAs())) {
      throw Standing.changed(job.source());
    }
    return job;
  }

  private JobRecord find(Caller caller, String id) {
    sweep();
    return store
        .find(caller.name(), id)
        .map(this::asItIs)
        .orElseThrow(
            () ->
                new AlidadeException(
                    ErrorCode.JOB_NOT_FOUND,
                    "No job `%s`: it was forgotten, or is not yours; see list_jobs".formatted(id)));
  }

  /** What the record cannot know: how far it is, or that nobody runs it any more. */
  private JobRecord asItIs(JobRecord job) {
    if (job.state() != JobState.RUNNING) {
      return job;
    }
    RunningJob own = running.get(job.id());
    if (own != null) {
      return own.now();
    }
    if (!job.instance().equals(Instances.own())) {
      return Instances.isAlive(job.instance()) ? job : job.as(JobState.LOST);
    }
    // It has ended since the record was read.
    return store
        .find(job.caller(), job.id())
        .filter(ended -> ended.state() != JobState.RUNNING)
        .orElseGet(() -> job.as(JobState.LOST));
  }

  private Watched watch(JobRecord job) {
    JobRecord now = asItIs(job);
    RunningJob own = running.get(job.id());
    return new Watched(now, own == null ? OptionalDouble.empty() : own.progress().fraction());
  }

  private void sweepIfUsed() {
    if (used && !closed) {
      sweep();
    }
  }
}
