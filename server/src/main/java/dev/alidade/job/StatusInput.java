package dev.alidade.job;

import dev.alidade.operation.Description;
import java.util.Optional;

/** What {@code job_status} takes. */
public record StatusInput(
    @Description("The job, as submit_query gave it") String job,
    @Description("Wait for its end, but at most so many seconds (up to 60)")
        Optional<Integer> waitSeconds) {}
