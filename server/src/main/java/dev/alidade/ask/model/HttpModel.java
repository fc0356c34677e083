package dev.alidade.ask.model;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** A model behind an address; calls that fail in passing are made again, within the time. */
public final class HttpModel implements LanguageModel, AutoCloseable {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

  private final ModelSettings settings;
  private final ModelCall call;
  private final Duration firstPause;

  /** The model of these settings. */
  public HttpModel(ModelSettings settings, Clock clock) {
    this(settings, clock, FIRST_PAUSE);
  }

  /** The same, with another pause before the second try. */
  HttpModel(ModelSettings settings, Clock clock, Duration firstPause) {
    this.settings = settings;
    this.call = new ModelCall(settings, format(settings.provider()), clock);
    this.firstPause = firstPause;
  }

  private static WireFormat format(Provider provider) {
    return switch (provider) {
      case ANTHROPIC -> new AnthropicFormat();
      case OPENAI -> new OpenAiFormat();
    };
  }

  @Override
  public ModelReply answer(ModelRequest request, Listening listening) {
    long until = System.nanoTime() + settings.timeouts().whole().toNanos();
    for (int tries = 0; ; tries++) {
      listening.cancellation().check();
      switch (call.make(request, listening, until)) {
        case Attempt.Answered answered -> {
          return answered.reply();
        }
        case Attempt.Failed failed -> {
          Duration pause = pause(failed, tries);
          boolean inTime = System.nanoTime() + pause.toNanos() < until;
          if (!failed.passing() || tries >= settings.retries() || !inTime) {
            throw failed.failure();
          }
          rest(pause, listening.cancellation());
        }
      }
    }
  }

  /** What the provider asks for, or twice as long each time, never the same for two of us. */
  private Duration pause(Attempt.Failed failed, int tries) {
    Duration usual = firstPause.multipliedBy(1L << Math.min(tries, 6));
    Duration varied = usual.plusMillis(ThreadLocalRandom.current().nextLong(usual.toMillis() + 1));
    return failed.after().filter(asked -> asked.compareTo(varied) > 0).orElse(varied);
  }

  private static void rest(Duration pause, Cancellation cancellation) {
    CountDownLatch cancelled = new CountDownLatch(1);
    try (Cancellation.Registration _ = cancellation.onCancel(cancelled::countDown)) {
      boolean early = cancelled.await(pause.toMillis(), TimeUnit.MILLISECONDS);
      if (early) {
        cancellation.check();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AlidadeException(
          ErrorCode.QUERY_CANCELLED, "The request was cancelled before it was done", interrupted);
    }
  }

  @Override
  public void close() {
    call.close();
  }
}
