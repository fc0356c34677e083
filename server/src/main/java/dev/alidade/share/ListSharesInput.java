package dev.alidade.share;

/** What {@code list_shares} takes: nothing. */
public record ListSharesInput() {}
