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

/** The secret of masks that hash, in a file of the state folder that only its owner reads. */
final class MaskKey {
  private static final int BYTES = 32;

  private MaskKey() {}

  /** The key, made when it is first asked for. */
  static String in(Path stateFolder) {
    Path file = stateFolder.resolve("mask.key");
    try {
      if (!Files.exists(file)) {
        create(file);
      }
      return Files.readString(file).strip();
    } catch (IOException cause) {
      throw new AlidadeException(
          ErrorCode.FILE_UNREADABLE,
          "%s, the key of masks that hash, cannot be read or made; check the folder's permissions"
              .formatted(file),
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
    Path whole = Files.createTempFile(file.getParent(), "mask", ".key", owner);
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
