package dev.alidade.audit;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What the records are sealed with: who does not have it cannot make or change one. */
final class AuditKey {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String FILE = "audit.key";
  private static final int SHORTEST = 16;
  private static final int BYTES = 32;

  private final SecretKeySpec key;

  private AuditKey(String text) {
    this.key = new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  /** The given key, or that of the state folder, which is made when there is none. */
  static AuditKey ensure(Path stateFolder, Optional<String> given) throws IOException {
    if (given.isPresent()) {
      return of(given.get());
    }
    Path file = stateFolder.resolve(FILE);
    if (!Files.exists(file)) {
      create(file);
    }
    return of(Files.readString(file).strip());
  }

  /** The given key, or that of the state folder; empty when there is none. */
  static Optional<AuditKey> find(Path stateFolder, Optional<String> given) throws IOException {
    Path file = stateFolder.resolve(FILE);
    if (given.isEmpty() && !Files.exists(file)) {
      return Optional.empty();
    }
    return Optional.of(ensure(stateFolder, given));
  }

  /** A seal maker for one thread at a time. */
  Mac seal() {
    try {
      Mac seal = Mac.getInstance(ALGORITHM);
      seal.init(key);
      return seal;
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /** Refuses a key that could be guessed. */
  static void check(String text) {
    if (text.length() < SHORTEST) {
      throw new AlidadeException(
          ErrorCode.CONFIGURATION_INVALID,
          "The audit key has fewer than %d characters; give a longer one in ALIDADE_AUDIT_KEY, or a file with one in ALIDADE_AUDIT_KEY_FILE"
              .formatted(SHORTEST));
    }
  }

  private static AuditKey of(String text) {
    check(text);
    return new AuditKey(text);
  }

  /** A link appears whole or not at all, so that two processes that start at once share one key. */
  private static void create(Path file) throws IOException {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    PrivateFiles.createFolder(file.getParent());
    Path draft = file.resolveSibling(FILE + "." + UUID.randomUUID());
    PrivateFiles.createFile(draft);
    try {
      Files.writeString(draft, HexFormat.of().formatHex(bytes) + "\n");
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException theOtherWasFirst) {
      return;
    } finally {
      Files.delete(draft);
    }
  }
}
