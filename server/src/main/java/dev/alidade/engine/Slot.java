package dev.alidade.engine;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** One source: opening it holds up nobody but those who ask for it. */
final class Slot {
  private final SourceDefinition definition;
  private final Optional<String> problem;
  private final ReentrantLock lock = new ReentrantLock();
  private final Schema schema;
  private volatile Optional<Engine> engine;
  private boolean closed;

  Slot(AddedSource source, Schema schema) {
    definition = source.definition();
    engine = source.opened();
    problem = source.problem();
    this.schema = schema;
  }

  boolean isOf(AddedSource source) {
    return definition.equals(source.definition()) && problem.equals(source.problem());
  }

  SourceDefinition definition() {
    return definition;
  }

  Optional<Engine> opened() {
    return engine;
  }

  Schema schema() {
    return schema;
  }

  /** The engine, opened if it is not yet; empty once the source is gone. */
  Optional<Engine> engine(EngineFactory factory) {
    Optional<Engine> opened = engine;
    if (opened.isPresent()) {
      return opened;
    }
    if (problem.isPresent()) {
      throw new AlidadeException(ErrorCode.SOURCE_UNAVAILABLE, problem.get());
    }
    lock.lock();
    try {
      if (engine.isEmpty() && !closed) {
        engine = Optional.of(factory.open(definition));
      }
      return engine;
    } finally {
      lock.unlock();
    }
  }

  void close() {
    lock.lock();
    try {
      closed = true;
      release();
    } finally {
      lock.unlock();
    }
  }

  /** Closes the engine; whoever asks for it next opens it again. */
  void release() {
    lock.lock();
    try {
      engine.ifPresent(Engine::close);
      engine = Optional.empty();
      schema.forget();
    } finally {
      lock.unlock();
    }
  }
}
