package dev.alidade.share;

import dev.alidade.operation.Description;

/** What {@code continue_share} gives. */
public record ContinueShareOutput(
    @Description("A conversation of your own, for ask and get_conversation") String conversation) {}
