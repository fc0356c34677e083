package dev.alidade.ask;

import dev.alidade.operation.Description;
import java.util.Optional;

/** What {@code ask} takes. */
public record AskInput(
    @Description("A question in plain words") String question,
    @Description("The source to ask; without it the best fitting one is chosen")
        Optional<String> source,
    @Description("The conversation to go on with; without it a new one begins")
        Optional<String> conversation) {}
