package dev.alidade.job;

import dev.alidade.operation.Description;
import java.util.List;

/** What {@code list_jobs} gives. */
public record ListJobsOutput(@Description("The latest first") List<JobOutput> jobs) {}
