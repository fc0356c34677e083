package dev.alidade.job;

import dev.alidade.operation.Description;

/** A job that the caller submitted. */
public record JobInput(@Description("The job, as submit_query gave it") String job) {}
