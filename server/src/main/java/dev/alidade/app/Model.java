package dev.alidade.app;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A language model as configured. */
public record Model(
    String name, String provider, String model, Optional<String> baseUrl, Optional<String> apiKey) {
  /** The protocols that models are spoken to in. */
  static final List<String> PROVIDERS = List.of("anthropic", "openai");

  public Model {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(baseUrl, "baseUrl");
    Objects.requireNonNull(apiKey, "apiKey");
  }

  /** Without the key. */
  @Override
  public String toString() {
    return name + " (" + provider + " " + model + ")";
  }
}
