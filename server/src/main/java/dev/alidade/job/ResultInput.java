package dev.alidade.job;

import dev.alidade.operation.Description;
import java.util.Optional;

/** What {@code job_result} takes. */
public record ResultInput(
    @Description("The job, as submit_query gave it") String job,
    @Description("Rows a page, at most 10000; 1000 unless given") Optional<Integer> limit,
    @Description("The cursor of the previous page, to go on after it") Optional<String> cursor) {}
