package dev.alidade.saved;

import dev.alidade.operation.Description;
import java.util.Map;
import java.util.Optional;

/** What {@code run_query} takes. */
public record RunQueryInput(
    @Description("Its name, as list_queries gives it") String name,
    @Description("Values by parameter, such as {\"region\": \"west\"}")
        Optional<Map<String, Object>> parameters,
    @Description("Rows a page, at most 10000; 1000 unless given") Optional<Integer> limit,
    @Description("The cursor of the previous page, to go on after it") Optional<String> cursor,
    @Description("The transaction to read in, as begin_transaction gave it")
        Optional<String> transaction) {}
