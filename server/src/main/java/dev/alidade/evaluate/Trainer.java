package dev.alidade.evaluate;

import dev.alidade.engine.EngineFactory;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** Learns the weights of the planner from a suite. */
final class Trainer {
  private final EngineFactory engine;
  private final Path databases;
  private final PrintStream progress;

  Trainer(EngineFactory engine, Path databases, PrintStream progress) {
    this.engine = engine;
    this.databases = databases;
    this.progress = progress;
  }

  void train(List<SuiteQuestion> questions, Path file) {
    progress.println(engine.engine() + databases + questions.size() + file);
  }
}
