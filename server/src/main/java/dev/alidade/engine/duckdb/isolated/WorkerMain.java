package dev.alidade.engine.duckdb.isolated;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Entry point of a worker: reads what the server wants from standard input and answers on standard
 * output. Where its input ends, because the server ended it or died, it ends at once.
 */
public final class WorkerMain {
  /** Parsing and planning recurse with the depth of the statement. */
  private static final long STACK_BYTES = 64L << 20;

  private WorkerMain() {}

  /** Serves until the input ends; there are no arguments. */
  public static void main(String[] arguments) {
    Wire wire =
        new Wire(
            new FileInputStream(FileDescriptor.in),
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
    // Whatever else may print, prints where it is not taken for an answer.
    System.setOut(System.err);
    ExecutorService engine =
        Executors.newSingleThreadExecutor(work -> new Thread(null, work, "engine", STACK_BYTES));
    Desk desk = new Desk(wire);
    try {
      engine.execute(desk::ready);
      while (true) {
        Message message = wire.receive();
        if (message.kind() == MessageKind.CANCEL) {
          desk.cancel(message.body().number());
        } else {
          engine.execute(() -> desk.serve(message));
        }
      }
    } catch (IOException serverIsGone) {
      // A statement may still run, and nobody waits for it: no closing, no hooks.
      desk.clear();
      Runtime.getRuntime().halt(0);
    }
  }
}
