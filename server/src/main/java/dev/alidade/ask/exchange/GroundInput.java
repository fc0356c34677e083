package dev.alidade.ask.exchange;

import dev.alidade.operation.Description;

/** What {@code ground_question} takes. */
public record GroundInput(
    @Description("A question in plain words") String question,
    @Description("The source to ask") String source) {}
