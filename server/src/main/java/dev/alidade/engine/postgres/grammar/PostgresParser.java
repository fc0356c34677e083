package dev.alidade.engine.postgres.grammar;

import com.dylibso.chicory.wasm.ChicoryException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * PostgreSQL's parser on threads of its own, whose stacks are so small that a text can never fill
 * the module's; a text that is too much for a thread costs that thread's module and nothing else.
 */
public final class PostgresParser {
  private static final int MODULES = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 2);
  private static final int LONGEST_QUEUE = 256;
  private static final long STACK = 2L << 20;
  private static final String WARM_UP = "SELECT a.b, f(1) FROM a WHERE c = 'x' UNION SELECT 1";

  private static final ThreadLocal<GrammarModule> MODULE = new ThreadLocal<>();

  private final Duration patience;
  private final Duration longest;
  private final ThreadPoolExecutor threads;

  /** The parser of this process. */
  public static PostgresParser shared() {
    return Shared.PARSER;
  }

  /** Waits that long for a parser, and that long for an answer. */
  public PostgresParser(Duration patience, Duration longest) {
    this.patience = patience;
    this.longest = longest;
    this.threads =
        new ThreadPoolExecutor(
            MODULES,
            MODULES,
            10,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(LONGEST_QUEUE),
            Thread.ofPlatform().daemon().name("postgresql-grammar-", 1).stackSize(STACK).factory());
    threads.allowCoreThreadTimeOut(true);
  }

  /** Loads a parser in the background, so that the first statement need not wait for it. */
  public void warmUp() {
    threads.execute(() -> answer(module(), WARM_UP));
  }

  /** What the parser says of the text, whatever it is. */
  public Parsed parse(String sql) {
    CountDownLatch started = new CountDownLatch(1);
    Future<Parsed> answer;
    try {
      answer =
          threads.submit(
              () -> {
                GrammarModule module = module();
                started.countDown();
                return answer(module, sql);
              });
    } catch (RejectedExecutionException full) {
      return new Parsed.Busy();
    }
    try {
      if (!started.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        answer.cancel(true);
        return new Parsed.Busy();
      }
      return answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException tooSlow) {
      answer.cancel(true);
      return new Parsed.TooComplex();
    } catch (InterruptedException interrupted) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return new Parsed.Busy();
    } catch (ExecutionException failure) {
      throw new IllegalStateException("PostgreSQL's parser failed", failure.getCause());
    }
  }

  private static GrammarModule module() {
    GrammarModule kept = MODULE.get();
    if (kept != null) {
      return kept;
    }
    GrammarModule module = new GrammarModule();
    // Classes must not be loaded for the first time where the stack runs out.
    module.parse(WARM_UP);
    module.parse(")");
    return module;
  }

  private static Parsed answer(GrammarModule module, String sql) {
    MODULE.remove();
    try {
      Parsed parsed = module.parse(sql);
      if (module.isLean()) {
        MODULE.set(module);
      }
      return parsed;
    } catch (ChicoryException | IllegalStateException | StackOverflowError tooMuch) {
      return new Parsed.TooComplex();
    }
  }

  /** Made with the first source that needs it. */
  private static final class Shared {
    static final PostgresParser PARSER =
        new PostgresParser(Duration.ofSeconds(30), Duration.ofSeconds(5));
  }
}
