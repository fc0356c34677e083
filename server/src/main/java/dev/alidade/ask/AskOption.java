package dev.alidade.ask;

import dev.alidade.operation.Description;
import dev.alidade.operation.Headline;
import java.util.Optional;

/** A reading to choose from. */
public record AskOption(
    @Headline(1) @Description("The reading in plain words") String label,
    @Description("Ask this in the same conversation to choose the reading") String question,
    @Description("The SQL of the reading") Optional<String> sql,
    @Description("The source it reads") Optional<String> source) {}
