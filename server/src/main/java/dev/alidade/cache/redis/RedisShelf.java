package dev.alidade.cache.redis;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.cache.shared.SharedSettings;
import dev.alidade.cache.shared.Shelf;
import dev.alidade.cache.shared.ShelfAddress;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Results in a Redis, over one connection that all queries share. It is made, and made anew, in the
 * background only.
 */
public final class RedisShelf implements Shelf {
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  // A mark that is never changed is made anew once in a while, so that none of long ago stay.
  private static final Duration LIFE_OF_MARKS = Duration.ofDays(7);
  private static final int LONGEST_MARK = 64;

  private final ShelfAddress address;
  private final Duration patience;
  private Optional<RedisConnector> connector = Optional.empty();
  private volatile Optional<StatefulRedisConnection<byte[], byte[]>> connection = Optional.empty();

  /** Connects when it is first reached for. */
  public RedisShelf(SharedSettings settings) {
    this.address = settings.address();
    this.patience = settings.patience();
  }

  @Override
  public String place() {
    return address.toString();
  }

  @Override
  public synchronized void reach() {
    if (connection.filter(StatefulRedisConnection::isOpen).isEmpty()) {
      connect();
    }
    try {
      answer(commands().ping(), PATIENCE);
    } catch (AlidadeException failure) {
      // The way there may be gone without a word.
      drop();
      throw failure;
    }
  }

  @Override
  public Found find(String name, String mark, int most) {
    RedisAsyncCommands<byte[], byte[]> commands = commands();
    RedisFuture<byte[]> value = commands.getrange(bytes(name), 0, most);
    RedisFuture<byte[]> sign = mark(commands, mark);
    Optional<byte[]> found = Optional.of(answer(value, patience)).filter(it -> it.length > 0);
    return new Found(found, text(answer(sign, patience)));
  }

  @Override
  public List<Optional<String>> marks(List<String> names) {
    RedisAsyncCommands<byte[], byte[]> commands = commands();
    List<RedisFuture<byte[]>> asked = new ArrayList<>();
    for (String name : names) {
      asked.add(mark(commands, name));
    }
    List<Optional<String>> marks = new ArrayList<>();
    for (RedisFuture<byte[]> one : asked) {
      marks.add(text(answer(one, PATIENCE)));
    }
    return marks;
  }

  @Override
  public String markIfNone(String name, String mark) {
    RedisAsyncCommands<byte[], byte[]> commands = commands();
    // Kept by the server as one behind the other, so the second sees the first, or another's.
    RedisFuture<String> made =
        commands.set(bytes(name), bytes(mark), SetArgs.Builder.nx().px(LIFE_OF_MARKS));
    RedisFuture<byte[]> now = mark(commands, name);
    answerOrNone(made, patience);
    return text(answer(now, patience))
        .orElseThrow(() -> unavailable("keeps nothing: its memory may be full", Optional.empty()));
  }

  @Override
  public void mark(String name, String mark) {
    answer(commands().set(bytes(name), bytes(mark), SetArgs.Builder.px(LIFE_OF_MARKS)), PATIENCE);
  }

  @Override
  public void put(String name, byte[] value, Duration lifetime) {
    answer(commands().set(bytes(name), value, SetArgs.Builder.px(lifetime)), PATIENCE);
  }

  @Override
  public synchronized void close() {
    drop();
    connector.ifPresent(RedisConnector::close);
  }

  private void connect() {
    drop();
    try {
      RedisConnector now = connector.orElseGet(() -> RedisConnector.to(address));
      connector = Optional.of(now);
      connection = Optional.of(now.connect());
    } catch (RedisException failure) {
      throw unavailable("cannot be connected to: " + reason(failure), Optional.of(failure));
    }
  }

  private void drop() {
    connection.ifPresent(StatefulRedisConnection::close);
    connection = Optional.empty();
  }

  private RedisAsyncCommands<byte[], byte[]> commands() {
    return connection.orElseThrow(() -> unavailable("is not connected", Optional.empty())).async();
  }

  private static RedisFuture<byte[]> mark(
      RedisAsyncCommands<byte[], byte[]> commands, String name) {
    return commands.getrange(bytes(name), 0, LONGEST_MARK - 1);
  }

  private <T> T answer(RedisFuture<T> future, Duration most) {
    return answerOrNone(future, most)
        .orElseThrow(() -> unavailable("gives no answer", Optional.empty()));
  }

  private <T> Optional<T> answerOrNone(RedisFuture<T> future, Duration most) {
    try {
      return Optional.ofNullable(future.get(most.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException late) {
      future.cancel(true);
      throw unavailable(
          "did not answer within %d ms".formatted(most.toMillis()), Optional.of(late));
    } catch (ExecutionException failure) {
      throw unavailable("fails: " + reason(failure.getCause()), Optional.of(failure));
    } catch (CancellationException failure) {
      throw unavailable("was left while it was asked", Optional.of(failure));
    } catch (InterruptedException gone) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      throw unavailable("was not waited for", Optional.of(gone));
    }
  }

  private AlidadeException unavailable(String how, Optional<Exception> cause) {
    return new AlidadeException(
        ErrorCode.SOURCE_UNAVAILABLE,
        "Redis at %s %s".formatted(address, how),
        Optional.empty(),
        cause.orElse(null));
  }

  /** The innermost words, which say what is wrong; those around name classes. */
  private static String reason(Throwable failure) {
    Throwable innermost = failure;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    return String.valueOf(innermost.getMessage());
  }

  private static Optional<String> text(byte[] mark) {
    return Optional.of(new String(mark, StandardCharsets.ISO_8859_1))
        .filter(text -> !text.isEmpty());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
