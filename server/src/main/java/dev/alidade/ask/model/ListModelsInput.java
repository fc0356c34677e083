package dev.alidade.ask.model;

/** {@code list_models} takes nothing. */
public record ListModelsInput() {}
