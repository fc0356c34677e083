package dev.alidade.delivery.storage;

import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** The few calls that an export makes on its bucket; paths are relative to the prefix. */
final class Bucket {
  private static final Logger LOGGER = System.getLogger(Bucket.class.getName());
  private static final int MOST_PARTS = 10_000;
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration SILENCE = Duration.ofSeconds(30);
  private static final Duration LOOK = Duration.ofSeconds(15);
  private static final Duration ATTEMPT = Duration.ofMinutes(2);
  private static final Duration CALL = Duration.ofMinutes(5);

  private final S3Client client;
  private final String bucket;
  private final String prefix;
  private final StorageFailures failures;

  private Bucket(S3Client client, StorageSettings settings) {
    this.client = client;
    bucket = settings.bucket();
    prefix = settings.prefix();
    failures = new StorageFailures(settings.name());
  }

  static Bucket of(StorageSettings settings) {
    S3ClientBuilder builder =
        S3Client.builder()
            .region(Region.of(settings.region()))
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(settings.key().access(), settings.key().secret())))
            .forcePathStyle(settings.pathStyle())
            // Younger ways to send and to check, which not every storage knows; parts have an MD5.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .serviceConfiguration(S3Configuration.builder().chunkedEncodingEnabled(false).build())
            .httpClientBuilder(
                UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(SILENCE))
            .overrideConfiguration(
                all ->
                    all.apiCallAttemptTimeout(ATTEMPT)
                        .apiCallTimeout(CALL)
                        // What stands in a home folder is not our configuration.
                        .defaultProfileFile(ProfileFile.aggregator().build()));
    settings.endpoint().ifPresent(builder::endpointOverride);
    return new Bucket(builder.build(), settings);
  }

  StorageFailures failures() {
    return failures;
  }

  /** Whether there is an object of that path, or one in a folder of that path. */
  boolean holds(String path) {
    return looks(path, () -> isObject(path) || first(path + "/").isPresent());
  }

  private void checkFree(String path, boolean overwrite) {
    if (!overwrite && looks(path, () -> isObject(path))) {
      throw failures.taken(path);
    }
  }

  /** A key that may only write sees nothing, and is told by the storage when it writes. */
  private boolean looks(String path, BooleanSupplier look) {
    try {
      return look.getAsBoolean();
    } catch (SdkException | UncheckedIOException failure) {
      if (StorageFailures.isDenied(failure)) {
        return false;
      }
      throw failures.of(failure, path);
    }
  }

  private boolean isObject(String path) {
    return first(path).filter(path::equals).isPresent();
  }

  /** The first path in order that begins so. */
  private Optional<String> first(String beginning) {
    return client
        .listObjectsV2(
            list ->
                list.bucket(bucket)
                    .prefix(prefix + beginning)
                    .maxKeys(1)
                    .overrideConfiguration(one -> one.apiCallTimeout(LOOK)))
        .contents()
        .stream()
        .map(object -> object.key().substring(prefix.length()))
        .findFirst();
  }

  /** Begins an upload and gives its id. */
  String open(String path) {
    return call(
        path,
        () ->
            client
                .createMultipartUpload(upload -> upload.bucket(bucket).key(prefix + path))
                .uploadId());
  }

  /** Sends a part, counted from 1, and gives what the storage calls it. */
  String put(String path, String upload, int number, byte[] content, int length) {
    if (number > MOST_PARTS) {
      throw failures.tooLarge((long) MOST_PARTS * Upload.PART);
    }
    RequestBody body =
        RequestBody.fromContentProvider(
            () -> new ByteArrayInputStream(content, 0, length), length, "application/octet-stream");
    return call(
        path,
        () ->
            client
                .uploadPart(
                    part ->
                        part.bucket(bucket)
                            .key(prefix + path)
                            .uploadId(upload)
                            .partNumber(number)
                            .contentMD5(md5(content, length)),
                    body)
                .eTag());
  }

  /**
   * Puts the parts together; only now is there an object. A storage that knows conditions leaves no
   * gap in which another could come; before others a look has to do.
   */
  void complete(String path, String upload, List<String> parts, boolean overwrite) {
    checkFree(path, overwrite);
    List<CompletedPart> completed = new ArrayList<>();
    for (String part : parts) {
      int number = completed.size() + 1;
      completed.add(CompletedPart.builder().partNumber(number).eTag(part).build());
    }
    call(
        path,
        () ->
            client.completeMultipartUpload(
                whole -> {
                  whole.bucket(bucket).key(prefix + path).uploadId(upload);
                  whole.multipartUpload(all -> all.parts(completed));
                  if (!overwrite) {
                    whole.ifNoneMatch("*");
                  }
                }));
  }

  /** Puts an object without a byte. */
  void putEmpty(String path, boolean overwrite) {
    checkFree(path, overwrite);
    call(
        path,
        () ->
            client.putObject(
                object -> {
                  object.bucket(bucket).key(prefix + path);
                  if (!overwrite) {
                    object.ifNoneMatch("*");
                  }
                },
                RequestBody.empty()));
  }

  /** Takes back an upload; false where the storage did not. */
  boolean abort(String path, String upload) {
    try {
      client.abortMultipartUpload(
          parts ->
              parts
                  .bucket(bucket)
                  .key(prefix + path)
                  .uploadId(upload)
                  .overrideConfiguration(one -> one.apiCallTimeout(LOOK)));
      return true;
    } catch (SdkException | UncheckedIOException failure) {
      LOGGER.log(
          Level.WARNING,
          "Storage {0} may keep parts of an upload that was given up: {1}",
          failures.name(),
          failure.getMessage());
      return false;
    }
  }

  private <T> T call(String path, Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException | UncheckedIOException failure) {
      throw failures.of(failure, path);
    }
  }

  private static String md5(byte[] content, int length) {
    try {
      MessageDigest digest = MessageDigest.getInstance("MD5");
      digest.update(content, 0, length);
      return Base64.getEncoder().encodeToString(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
