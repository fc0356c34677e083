package dev.alidade.cache.redis;

import dev.alidade.cache.shared.ShelfAddress;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SslOptions;
import io.lettuce.core.SslVerifyMode;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Makes connections to one Redis. */
final class RedisConnector implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int THREADS = 2;
  private static final int MOST_WAITING = 10_000;

  private final ClientResources resources;
  private final RedisClient client;

  private RedisConnector(ClientResources resources, RedisClient client) {
    this.resources = resources;
    this.client = client;
  }

  static RedisConnector to(ShelfAddress address) {
    ClientResources resources =
        DefaultClientResources.builder()
            .ioThreadPoolSize(THREADS)
            .computationThreadPoolSize(THREADS)
            .build();
    RedisClient client = RedisClient.create(resources, uri(address));
    client.setOptions(options(address));
    return new RedisConnector(resources, client);
  }

  StatefulRedisConnection<byte[], byte[]> connect() {
    return client.connect(ByteArrayCodec.INSTANCE);
  }

  @Override
  public void close() {
    client.shutdown(0, 1, TimeUnit.SECONDS);
    resources.shutdown(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(PATIENCE.toMillis());
  }

  private static RedisURI uri(ShelfAddress address) {
    RedisURI.Builder builder =
        RedisURI.builder()
            .withHost(address.host())
            .withPort(address.port())
            .withDatabase(address.database())
            .withSsl(address.tls())
            .withTimeout(PATIENCE);
    if (address.tls()) {
      builder.withVerifyPeer(SslVerifyMode.FULL);
    }
    address
        .password()
        .ifPresent(
            password -> {
              if (address.username().isPresent()) {
                builder.withAuthentication(address.username().get(), password.toCharArray());
                return;
              }
              builder.withPassword(password.toCharArray());
            });
    return builder.build();
  }

  // It is connected anew by who watches it, so that queries and logs hear nothing of it.
  private static ClientOptions options(ShelfAddress address) {
    ClientOptions.Builder options =
        ClientOptions.builder()
            .autoReconnect(false)
            .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
            .requestQueueSize(MOST_WAITING)
            .socketOptions(
                SocketOptions.builder().connectTimeout(PATIENCE).keepAlive(true).build());
    address
        .authority()
        .ifPresent(
            file ->
                options.sslOptions(
                    SslOptions.builder().jdkSslProvider().trustManager(file.toFile()).build()));
    return options.build();
  }
}
