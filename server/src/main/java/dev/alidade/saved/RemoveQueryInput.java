package dev.alidade.saved;

import dev.alidade.operation.Description;
import java.util.Optional;

/** What {@code remove_query} takes. */
public record RemoveQueryInput(
    @Description("Its name, as list_queries gives it") String name,
    @Description("Only the version that waits for approval; the approved one stays")
        Optional<Boolean> onlyWaiting) {}
