package dev.alidade.share;

import dev.alidade.operation.Description;

/** What {@code end_share} takes. */
public record EndShareInput(@Description("As list_shares names it") String share) {}
