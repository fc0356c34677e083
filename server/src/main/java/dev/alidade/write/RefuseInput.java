package dev.alidade.write;

import dev.alidade.operation.Description;
import java.util.Optional;

/** What {@code refuse} takes. */
public record RefuseInput(
    @Description("Its id, as list_approvals gives it") String approval,
    @Description("Why, for who proposed it") Optional<String> reason) {}
