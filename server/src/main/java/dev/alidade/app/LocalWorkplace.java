package dev.alidade.app;

import dev.alidade.edge.cli.Workplace;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.operation.Authenticator;
import dev.alidade.operation.OperationRegistry;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The product inside the command line's own process. */
final class LocalWorkplace implements Workplace {
  private final Environment environment;
  private final PrintStream errors;

  /** Warnings go to {@code errors}. */
  LocalWorkplace(Environment environment, PrintStream errors) {
    this.environment = environment;
    this.errors = errors;
  }

  @Override
  public OperationRegistry declarations() {
    return open(List.of(), Config.EMPTY).operations();
  }

  @Override
  public Open openData(List<String> paths) {
    DataFiles data = DataFiles.find(paths);
    data.skipped().forEach(reason -> errors.println("alidade: skipped: " + reason));
    // Whoever names files asks those.
    return opened(
        Product.ofThese(
            data.sources(),
            Config.EMPTY,
            StateFolder.audit(environment, Config.EMPTY.audit()),
            StateFolder.of(environment)));
  }

  @Override
  public Open openConfig(String file) {
    Config config = new ConfigReader(Registry.engines(), environment).read(Path.of(file));
    return open(config.sources(), config);
  }

  @Override
  public Optional<String> apiKey() {
    return environment.find("ALIDADE_API_KEY");
  }

  private Open open(List<SourceDefinition> sources, Config config) {
    return opened(
        Product.openQuickly(
            sources,
            config,
            StateFolder.audit(environment, config.audit()),
            StateFolder.of(environment)));
  }

  private static Open opened(Product product) {
    return new Open() {
      @Override
      public OperationRegistry operations() {
        return product.operations();
      }

      @Override
      public Authenticator authenticator() {
        return product.authenticator();
      }

      @Override
      public void close() {
        product.close();
      }
    };
  }
}
