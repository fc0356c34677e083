package dev.alidade.ask;

import dev.alidade.operation.Description;
import java.util.Optional;

/** What {@code suggest_questions} takes. */
public record SuggestInput(
    @Description("The source to ask; without it, all of them") Optional<String> source) {}
