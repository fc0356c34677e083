package dev.alidade.engine.trino;

import io.trino.jdbc.$internal.okhttp3.Call;
import io.trino.jdbc.$internal.okhttp3.ConnectionPool;
import io.trino.jdbc.$internal.okhttp3.Dispatcher;
import io.trino.jdbc.$internal.okhttp3.EventListener;
import io.trino.jdbc.$internal.okhttp3.OkHttpClient;
import io.trino.jdbc.NonRegisteringTrinoDriver;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.WeakHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** Trino's driver, whose connections can be taken away while they wait for an answer. */
final class TrinoConnections extends NonRegisteringTrinoDriver {
  private static final ScopedValue<Line> NEW = ScopedValue.newInstance();

  /** As many as a source usually has; what nobody uses soon is closed. */
  private final ConnectionPool idle =
      new ConnectionPool(TrinoSettings.USUAL_POOL, 1, TimeUnit.MINUTES);

  private final Map<Connection, Line> lines = Collections.synchronizedMap(new WeakHashMap<>());
  private volatile boolean closed;

  @Override
  public Connection connect(String url, Properties info) throws SQLException {
    Line line = new Line();
    Connection connection = ScopedValue.where(NEW, line).call(() -> super.connect(url, info));
    lines.put(connection, line);
    return connection;
  }

  /** Ends the requests of a connection, and every one that it makes from now on. */
  void cut(Connection connection) {
    Line line = lines.get(connection);
    if (line != null) {
      line.cut();
    }
  }

  @Override
  public void close() throws IOException {
    closed = true;
    super.close();
    idle.evictAll();
  }

  // The driver's clients share a dispatcher, which would not tell whose requests are whose.
  @Override
  protected Call.Factory wrapClient(OkHttpClient client) {
    Dispatcher own = new Dispatcher(client.dispatcher().executorService());
    return NEW.get()
        .over(
            client
                .newBuilder()
                .dispatcher(own)
                .connectionPool(idle)
                .eventListener(new LastCalls())
                .build());
  }

  /** A transaction may still be ended when the source is closed already. */
  private final class LastCalls extends EventListener {
    @Override
    public void connectionReleased(
        Call call, io.trino.jdbc.$internal.okhttp3.Connection connection) {
      if (closed) {
        idle.evictAll();
      }
    }
  }

  /** What one connection sends over. */
  private static final class Line {
    private final List<OkHttpClient> clients = new CopyOnWriteArrayList<>();
    private volatile boolean cut;

    Call.Factory over(OkHttpClient client) {
      clients.add(client);
      return request -> {
        Call call = client.newCall(request);
        if (cut) {
          call.cancel();
        }
        return call;
      };
    }

    void cut() {
      cut = true;
      clients.forEach(client -> client.dispatcher().cancelAll());
    }
  }
}
