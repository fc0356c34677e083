package dev.alidade.identity.issuer;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Reads small public documents of issuers, within a time and a size; follows no redirect. */
final class Fetching {
  private static final Duration LONGEST = Duration.ofSeconds(4);
  private static final int LARGEST = 256 * 1024;

  /** Made when an issuer is first asked: it reads every certificate that the JVM trusts. */
  private static final class Client {
    private static final HttpClient HTTP =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(LONGEST.dividedBy(2))
            .build();
  }

  /** It answers, but not with this document. */
  static final class MissingException extends IOException {
    private static final long serialVersionUID = 1L;

    MissingException(String message) {
      super(message);
    }
  }

  /** The document, or a failure that says in a few words what was wrong. */
  String read(URI address) throws IOException {
    FutureTask<String> reading = new FutureTask<>(() -> readNow(address));
    Thread.ofVirtual().start(reading);
    return await(reading);
  }

  private static String await(Future<String> reading) throws IOException {
    try {
      return reading.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException slow) {
      reading.cancel(true);
      throw new IOException("it did not answer within %d s".formatted(LONGEST.toSeconds()), slow);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("the server is being stopped", stopped);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof MissingException missing) {
        throw missing;
      }
      String said = failed.getCause().getMessage();
      throw new IOException(said == null ? "it cannot be reached" : said, failed.getCause());
    }
  }

  private String readNow(URI address) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address).header("Accept", "application/json").build();
    HttpResponse<InputStream> response =
        Client.HTTP.send(request, HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      if (response.statusCode() != 200) {
        throw new MissingException("it answered with status " + response.statusCode());
      }
      byte[] read = body.readNBytes(LARGEST + 1);
      if (read.length > LARGEST) {
        throw new IOException("it answered with more than %d kB".formatted(LARGEST / 1024));
      }
      return new String(read, StandardCharsets.UTF_8);
    }
  }
}
