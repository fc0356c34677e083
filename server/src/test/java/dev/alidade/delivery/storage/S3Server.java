package dev.alidade.delivery.storage;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Storage that speaks S3 and checks signatures, in a JVM of its own: {@code s3-runner}. Tests of
 * one JVM share one, each with buckets of its own.
 */
final class S3Server implements AutoCloseable {
  private static final AtomicInteger BUCKETS = new AtomicInteger();
  private static final String RUNNER = "s3-runner/pom.xml";
  private static final int MOST_ATTEMPTS = 20;

  private final Process process;
  private final URI endpoint;
  private final S3Client client;

  private S3Server(Process process, int port) {
    this.process = process;
    endpoint = URI.create("http://127.0.0.1:" + port);
    client =
        S3Client.builder()
            .region(Region.US_EAST_1)
            .endpointOverride(endpoint)
            .forcePathStyle(true)
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create("keeper", "keeper-secret")))
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .serviceConfiguration(S3Configuration.builder().chunkedEncodingEnabled(false).build())
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
  }

  /** The server that all tests of this JVM share; it stops when the JVM ends, however it ends. */
  static S3Server shared() {
    return Shared.SERVER;
  }

  /** A server of the test's own. */
  static S3Server own() {
    return start();
  }

  URI endpoint() {
    return endpoint;
  }

  /** A new bucket, and its name. */
  String createBucket() {
    String name = "bucket-" + BUCKETS.incrementAndGet();
    client.createBucket(bucket -> bucket.bucket(name));
    return name;
  }

  /** A storage on a bucket, for one of those whom the server knows. */
  StorageSettings storage(
      String name, String bucket, String prefix, String who, Optional<Set<String>> roles) {
    return new StorageSettings(
        name,
        bucket,
        prefix,
        Optional.of(endpoint),
        "us-east-1",
        true,
        new StorageKey(who, who + "-secret"),
        roles);
  }

  void put(String bucket, String key, String content) {
    client.putObject(object -> object.bucket(bucket).key(key), RequestBody.fromString(content));
  }

  /** Copies all objects whose names begin so into a folder, under the rest of their names. */
  Path download(String bucket, String prefix, Path folder) throws IOException {
    for (S3Object object :
        client.listObjectsV2(list -> list.bucket(bucket).prefix(prefix)).contents()) {
      Path file = folder.resolve(object.key().substring(prefix.length()));
      Files.createDirectories(file.getParent());
      client.getObject(
          get -> get.bucket(bucket).key(object.key()), ResponseTransformer.toFile(file));
    }
    return folder;
  }

  List<String> keys(String bucket) {
    return client.listObjectsV2(list -> list.bucket(bucket)).contents().stream()
        .map(S3Object::key)
        .toList();
  }

  /** Uploads of a bucket that are neither whole nor given up. */
  int unfinished(String bucket) {
    for (int attempt = 1; ; attempt++) {
      try {
        return client.listMultipartUploads(list -> list.bucket(bucket)).uploads().size();
      } catch (S3Exception refusal) {
        // The server trips over files that an upload puts in their places meanwhile.
        if (refusal.statusCode() != 400 || attempt == MOST_ATTEMPTS) {
          throw refusal;
        }
      }
    }
  }

  /** Ends the server's process without warning. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }

  private static S3Server start() {
    Path runner = runnerFolder();
    Path classPath = runner.resolve("target/classpath.txt");
    Path classes = runner.resolve("target/classes");
    if (!Files.exists(classPath) || !Files.exists(classes)) {
      throw new IllegalStateException(
          "The storage that tests run is not built: run `mvn -q -f s3-runner/pom.xml compile`"
              + " (./alidade test does it by itself)");
    }
    try {
      Path log = Files.createTempFile("s3-runner", ".log");
      log.toFile().deleteOnExit();
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
      command.add(classes + File.pathSeparator + Files.readString(classPath).strip());
      command.add("dev.alidade.s3.S3Runner");
      Process process = new ProcessBuilder(command).redirectError(log.toFile()).start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      BufferedReader answers = process.inputReader(StandardCharsets.UTF_8);
      String port = answers.readLine();
      if (port == null) {
        throw new IllegalStateException("The storage did not start:\n" + Files.readString(log));
      }
      return new S3Server(process, Integer.parseInt(port.strip()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Path runnerFolder() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve(RUNNER))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("There is no s3-runner in the folders above the tests");
      }
    }
    return folder.resolve(RUNNER).getParent();
  }

  private static final class Shared {
    static final S3Server SERVER = start();
  }
}
