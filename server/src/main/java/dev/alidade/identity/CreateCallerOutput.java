package dev.alidade.identity;

import dev.alidade.operation.Description;
import java.util.Optional;

record CreateCallerOutput(
    CallerSummary caller,
    @Description("A key for the caller, shown this once; where no password was given")
        Optional<CreatedKey> apiKey,
    @Description("What follows for everybody else") Optional<String> note) {}
