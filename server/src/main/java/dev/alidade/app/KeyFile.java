package dev.alidade.app;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A secret of this installation, in a file of the state folder that only its owner reads. */
final class KeyFile {
  private static final int BYTES = 32;

  private KeyFile() {}

  /** The key of masks that hash. */
  static String ofMasks(Path stateFolder) {
    return in(stateFolder.resolve("mask.key"), "the key of masks that hash");
  }

  /** The key that seals what MCP clients carry between two rounds of a request. */
  static SecretKey ofRequestStates(Path stateFolder) {
    String key = in(stateFolder.resolve("mcp.key"), "the key of MCP request states");
    return new SecretKeySpec(HexFormat.of().parseHex(key), "HmacSHA256");
  }

  /** The key that seals the settings of added sources. */
  static SecretKey ofSources(Path stateFolder) {
    String key = in(stateFolder.resolve("source.key"), "the key of the sources' settings");
    return new SecretKeySpec(HexFormat.of().parseHex(key), "AES");
  }

  /** The key in a file, made when it is first asked for. */
  private static String in(Path file, String what) {
    try {
      if (!Files.exists(file)) {
        create(file);
      }
      return Files.readString(file).strip();
    } catch (IOException cause) {
      throw new AlidadeException(
          ErrorCode.FILE_UNREADABLE,
          "%s, %s, cannot be read or made; check the folder's permissions".formatted(file, what),
          cause);
    }
  }

  private static void create(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] owner =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    Path whole = Files.createTempFile(file.getParent(), "new", ".key", owner);
    try {
      Files.writeString(whole, HexFormat.of().formatHex(key));
      Files.createLink(file, whole);
    } catch (FileAlreadyExistsException made) {
      // Another process made one at the same time; the first stays.
    } finally {
      Files.delete(whole);
    }
  }
}
