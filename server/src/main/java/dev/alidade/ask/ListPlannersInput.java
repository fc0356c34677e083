package dev.alidade.ask;

/** {@code list_planners} takes nothing. */
public record ListPlannersInput() {}
