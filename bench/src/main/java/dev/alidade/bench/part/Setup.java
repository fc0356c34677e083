package dev.alidade.bench.part;

import dev.alidade.bench.load.Pace;
import dev.alidade.bench.server.Databases;
import dev.alidade.bench.server.Peers;
import dev.alidade.bench.server.Product;
import dev.alidade.bench.server.ServerCommand;
import dev.alidade.bench.server.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a run has.
 *
 * @param launcher starts the product
 * @param folder for what the run keeps
 * @param brief whether only gross regressions are looked for
 * @param exportRows how many rows are exported to files
 * @param peers the servers of others, where they are wanted
 */
public record Setup(
    Path launcher,
    Path folder,
    boolean brief,
    long exportRows,
    Optional<Peers> peers,
    Databases databases) {
  /** How fast it goes. */
  public Pace pace() {
    return brief ? Pace.SHORT : Pace.WHOLE;
  }

  /** Where the product that serves the sample keeps its state. */
  public Path sampleState() {
    return folder.resolve("sample");
  }

  /** Serves the sample data, which are made where they are missing. */
  public ServerProcess demo() throws Exception {
    return Product.start(Product.demo(launcher, sampleState()), folder);
  }

  /** Serves what {@code yaml} describes. */
  public ServerProcess serve(String name, String yaml) throws Exception {
    return Product.start(command(name, yaml), folder);
  }

  /** Starts the product on what {@code yaml} describes, with a state of its own. */
  public ServerCommand command(String name, String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve(name + ".yaml"), yaml);
    return Product.serve(launcher, file, folder.resolve(name + "-state"));
  }

  /** Tells people what goes on. */
  public void tell(String what) {
    System.err.println("bench: " + what);
  }
}
