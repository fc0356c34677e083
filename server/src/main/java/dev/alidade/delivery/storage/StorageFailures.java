package dev.alidade.delivery.storage;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * What the client of a storage throws, in our words. Address, bucket and key are the operator's:
 * the log has them, no message does.
 */
record StorageFailures(String name) {
  private static final Logger LOGGER = System.getLogger(StorageFailures.class.getName());
  private static final Set<String> UNKNOWN_KEY =
      Set.of("InvalidAccessKeyId", "SignatureDoesNotMatch", "ExpiredToken", "InvalidToken");
  private static final Set<String> ELSEWHERE =
      Set.of("PermanentRedirect", "AuthorizationHeaderMalformed", "IllegalLocationConstraint");
  private static final Set<String> THERE =
      Set.of("PreconditionFailed", "ConditionalRequestConflict");

  /** Something has that name, and may keep it. */
  AlidadeException taken(String path) {
    return new AlidadeException(
        ErrorCode.INVALID_INPUT,
        "`%s` is in storage `%s` already; take another name, or `overwrite`".formatted(path, name));
  }

  /** A file has more parts than a storage takes. */
  AlidadeException tooLarge(long most) {
    return new AlidadeException(
        ErrorCode.RESULT_TOO_LARGE,
        "A file in a storage takes at most %,d MB; compress it, or cut it by `partition_by`"
            .formatted(most >> 20));
  }

  /** Whether the key lacks a right, which it need not have for everything. */
  static boolean isDenied(RuntimeException failure) {
    return codeOf(failure).equals("AccessDenied");
  }

  /** A call on the object of that path failed. */
  AlidadeException of(RuntimeException failure, String path) {
    LOGGER.log(Level.WARNING, "Storage {0}: {1}", name, failure.getMessage());
    if (!(failure instanceof S3Exception answer)) {
      return unavailable("cannot be reached", failure);
    }
    String code = codeOf(answer);
    if (THERE.contains(code) || answer.statusCode() == 412) {
      return taken(path);
    }
    if (code.equals("NoSuchBucket")) {
      return new AlidadeException(
          ErrorCode.STORAGE_MISSING,
          "The bucket of storage `%s` is not there; ask who runs the server".formatted(name),
          answer);
    }
    if (UNKNOWN_KEY.contains(code)) {
      return refused("does not accept the key that is configured for it", answer);
    }
    if (answer.statusCode() == 401 || answer.statusCode() == 403) {
      return refused("does not let its key write there", answer);
    }
    if (ELSEWHERE.contains(code)) {
      return refused("is in another region than configured", answer);
    }
    if (answer.statusCode() >= 500 || answer.statusCode() == 429 || code.equals("SlowDown")) {
      return unavailable("is overloaded or failed", answer);
    }
    return refused("answered " + (code.isEmpty() ? answer.statusCode() : code), answer);
  }

  private AlidadeException refused(String why, RuntimeException failure) {
    return new AlidadeException(
        ErrorCode.STORAGE_REFUSED,
        "Storage `%s` %s; ask who runs the server, whose log says more".formatted(name, why),
        failure);
  }

  private AlidadeException unavailable(String why, RuntimeException failure) {
    return new AlidadeException(
        ErrorCode.STORAGE_UNAVAILABLE,
        "Storage `%s` %s; try again later, or ask who runs the server".formatted(name, why),
        failure);
  }

  /** What the storage calls the failure, where that is a plain word; else nothing. */
  private static String codeOf(RuntimeException failure) {
    if (!(failure instanceof S3Exception answer)) {
      return "";
    }
    AwsErrorDetails details = answer.awsErrorDetails();
    String code = details == null || details.errorCode() == null ? "" : details.errorCode();
    return code.matches("[A-Za-z]{1,60}") ? code : "";
  }
}
