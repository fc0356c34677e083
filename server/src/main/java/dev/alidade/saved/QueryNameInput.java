package dev.alidade.saved;

import dev.alidade.operation.Description;

/** Names a saved query. */
public record QueryNameInput(@Description("Its name, as list_queries gives it") String name) {}
