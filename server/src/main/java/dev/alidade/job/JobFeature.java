package dev.alidade.job;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.PageSize;
import dev.alidade.engine.ResultStream;
import dev.alidade.export.ExportFormat;
import dev.alidade.operation.Invocation;
import dev.alidade.operation.Json;
import dev.alidade.operation.Operation;
import dev.alidade.operation.OperationEffect;
import dev.alidade.operation.ReadableOperation;
import dev.alidade.operation.Resource;
import dev.alidade.operation.ResourceTemplate;
import dev.alidade.operation.ValueList;
import dev.alidade.query.Rows;
import dev.alidade.workbench.BoundValues;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The operations on jobs. */
public final class JobFeature {
  private static final String ADDRESS = "alidade-job://";
  private static final int LONGEST_KEEP = 24 * 60;
  private static final int LONGEST_WAIT = 60;
  private static final int USUAL_PAGE = 1_000;
  private static final int LARGEST_PAGE = 10_000;
  private static final Pattern CURSOR = Pattern.compile("\\d{1,15}");
  private static final String EXAMPLE = "job_Zk3Qv0c1mP2yXw8sTn4uR7aB";

  private final JobService jobs;
  private final List<ExportFormat> formats;
  private final Clock clock;

  /** Operations over {@code jobs}, whose results can also be had in {@code formats}. */
  public JobFeature(JobService jobs, List<ExportFormat> formats, Clock clock) {
    this.jobs = jobs;
    this.formats = List.copyOf(formats);
    this.clock = clock;
  }

  /** Submitting, watching, reading, cancelling and listing. */
  public List<Operation<?, ?>> operations() {
    return List.of(submit(), status(), result(), cancel(), list());
  }

  private Operation<SubmitInput, JobOutput> submit() {
    return Operation.named("submit_query", SubmitInput.class, JobOutput.class)
        .title("Submit a query as a job")
        .description(
            "Starts a read-only SQL statement that may take long or give much, and returns at "
                + "once. It runs on when the client leaves. Follow it with job_status and read "
                + "its rows with job_result; they are kept for an hour after the end.")
        .primary("sql")
        .examples(
            "submit-query \"SELECT customer_id, sum(amount) FROM orders GROUP BY customer_id\" --source shop")
        .handledBy(this::submit);
  }

  private Operation<StatusInput, JobOutput> status() {
    return Operation.named("job_status", StatusInput.class, JobOutput.class)
        .title("Show a job")
        .description(
            "Says how far a job is: its state, rows so far, progress where the source tells, and "
                + "why it failed. With wait_seconds it waits for the end, which spares asking again.")
        .primary("job")
        .examples("job-status " + EXAMPLE + " --wait-seconds 30")
        .handledBy(this::status);
  }

  private Operation<ResultInput, ResultOutput> result() {
    Operation.Builder<ResultInput, ResultOutput> builder =
        Operation.named("job_result", ResultInput.class, ResultOutput.class)
            .title("Read a job's result")
            .description(
                "Returns the rows of a job that is done, by page; they are those of the moment "
                    + "when it ran. Fails as the job did if it failed.")
            .primary("job")
            .examples("job-result " + EXAMPLE, "job-result " + EXAMPLE + " --format csv");
    for (ExportFormat format : formats) {
      builder.stream(
          format.mediaType(),
          (input, invocation, out) -> {
            refuseCursor(input);
            try (ResultStream rows = jobs.rows(invocation.caller(), input.job())) {
              format.write(rows, out);
            }
          });
    }
    return builder.handledBy(this::result);
  }

  private Operation<JobInput, JobOutput> cancel() {
    return Operation.named("cancel_job", JobInput.class, JobOutput.class)
        .title("Cancel a job")
        .description("Stops a job that waits or runs; one that has ended stays as it is.")
        .effect(OperationEffect.WRITE)
        .primary("job")
        .examples("cancel-job " + EXAMPLE)
        .handledBy(
            (input, invocation) ->
                JobOutput.of(jobs.cancel(invocation.caller(), input.job()), clock.instant()));
  }

  /** Jobs by address. */
  public ReadableOperation readable() {
    return new ReadableOperation(
        new ResourceTemplate(
            ADDRESS + "{job}",
            "job",
            "Job",
            "A query that was submitted: its state, its SQL, how far it is",
            "application/json"),
        "job_status",
        Json::text,
        Optional.of(
            new ReadableOperation.Listing(
                "list_jobs",
                output ->
                    ((ListJobsOutput) output).jobs().stream().map(JobFeature::resource).toList())));
  }

  /** The jobs of a caller. */
  public List<ValueList> values() {
    return List.of(
        ValueList.of(
            "job",
            "list_jobs",
            List.of(),
            ListJobsOutput.class,
            output -> output.jobs().stream().map(JobOutput::job).toList()));
  }

  private static Resource resource(JobOutput job) {
    return new Resource(
        ADDRESS + job.job(),
        job.job(),
        "Job on " + job.source(),
        "A query submitted at " + job.submittedAt(),
        "application/json");
  }

  private Operation<ListJobsInput, ListJobsOutput> list() {
    return Operation.named("list_jobs", ListJobsInput.class, ListJobsOutput.class)
        .title("List jobs")
        .description("Your jobs that wait, run, or are still kept; the latest first, at most 100.")
        .examples("list-jobs")
        .handledBy(
            (input, invocation) ->
                new ListJobsOutput(
                    jobs.list(invocation.caller()).stream()
                        .map(job -> JobOutput.of(job, clock.instant()))
                        .toList()));
  }

  private JobOutput submit(SubmitInput input, Invocation invocation) {
    input.keepMinutes().ifPresent(minutes -> checkRange("keep_minutes", minutes, 1, LONGEST_KEEP));
    JobService.Watched submitted =
        jobs.submit(
            invocation.caller(),
            input.source(),
            input.sql(),
            BoundValues.read(input.parameters()),
            input.keepMinutes().map(Duration::ofMinutes));
    return JobOutput.of(submitted, clock.instant());
  }

  private JobOutput status(StatusInput input, Invocation invocation) {
    int wait = input.waitSeconds().orElse(0);
    checkRange("wait_seconds", wait, 0, LONGEST_WAIT);
    return JobOutput.of(
        jobs.status(
            invocation.caller(), input.job(), Duration.ofSeconds(wait), invocation.cancellation()),
        clock.instant());
  }

  private ResultOutput result(ResultInput input, Invocation invocation) {
    int usual = invocation.pageSize().map(PageSize::rows).orElse(USUAL_PAGE);
    int limit = input.limit().orElse(usual);
    checkRange("limit", limit, 1, LARGEST_PAGE);
    long offset = input.cursor().map(JobFeature::offsetOf).orElse(0L);
    Rows rows = jobs.page(invocation.caller(), input.job(), offset, limit);
    long next = offset + rows.rows().size();
    return new ResultOutput(
        rows.columns(),
        rows.rows(),
        rows.truncated(),
        rows.truncated() ? Optional.of(Long.toString(next)) : Optional.empty());
  }

  private static long offsetOf(String cursor) {
    if (!CURSOR.matcher(cursor).matches()) {
      throw new AlidadeException(
          ErrorCode.CURSOR_INVALID,
          "This is no cursor of a job; leave `cursor` out to read from the first row");
    }
    return Long.parseLong(cursor);
  }

  private static void refuseCursor(ResultInput input) {
    if (input.cursor().isPresent() || input.limit().isPresent()) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "A streamed result has no pages; leave `cursor` and `limit` out");
    }
  }

  private static void checkRange(String field, int value, int least, int most) {
    if (value < least || value > most) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT, "`%s` must be from %d to %d".formatted(field, least, most));
    }
  }
}
