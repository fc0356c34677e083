package dev.alidade.source;

import dev.alidade.engine.SourceDefinition;
import dev.alidade.store.Database;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.crypto.SecretKey;

/**
 * Where and how sources are kept that operations add.
 *
 * @param stateFolder what Alidade keeps for itself, and no source reads
 * @param key seals settings
 * @param environment the variables of the process
 * @param sample the sample data, made when they are first wanted
 */
public record SourceKeeping(
    Database database,
    Path stateFolder,
    Supplier<SecretKey> key,
    Function<String, Optional<String>> environment,
    Supplier<SourceDefinition> sample) {
  public SourceKeeping {
    Objects.requireNonNull(database, "database");
    stateFolder = stateFolder.toAbsolutePath().normalize();
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(environment, "environment");
    Objects.requireNonNull(sample, "sample");
  }
}
