package dev.alidade.job;

/** What {@code list_jobs} takes: nothing. */
public record ListJobsInput() {}
