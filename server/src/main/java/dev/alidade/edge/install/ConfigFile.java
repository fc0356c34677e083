package dev.alidade.edge.install;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Optional;

/** A client's file: read whole, replaced whole, with what it was kept beside it. */
final class ConfigFile {
  private static final String BACKUP = ".alidade-backup";

  private final Path path;
  private final Path real;

  /** The file there; one that is a link is changed where it really is. */
  ConfigFile(Path path) {
    this.path = path;
    Path target = path;
    try {
      target = Files.exists(path) ? path.toRealPath() : path;
    } catch (IOException unreadable) {
      // Reading it says what is wrong.
    }
    real = target;
  }

  Path path() {
    return path;
  }

  Path backup() {
    return real.resolveSibling(real.getFileName() + BACKUP);
  }

  /** What stands in it; nothing where it does not exist. */
  Optional<String> read() {
    if (!Files.exists(real)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readString(real));
    } catch (CharacterCodingException binary) {
      throw unreadable("is no text in UTF-8", binary);
    } catch (IOException denied) {
      throw unreadable("cannot be read", denied);
    }
  }

  private AlidadeException unreadable(String what, IOException cause) {
    return new AlidadeException(
        ErrorCode.FILE_UNREADABLE,
        "%s %s; look at it, or print the change with --print and make it by hand"
            .formatted(path, what),
        cause);
  }

  /** Puts a text in its place in one step, unless the file says something else than before. */
  void replace(Optional<String> before, String after) {
    if (!read().equals(before)) {
      throw new AlidadeException(
          ErrorCode.DATA_CHANGED,
          "%s was changed by somebody else meanwhile; nothing was written, run it again"
              .formatted(path));
    }
    try {
      Files.createDirectories(real.toAbsolutePath().getParent());
      Path next = Files.createTempFile(real.toAbsolutePath().getParent(), ".alidade-", ".json");
      try {
        Files.writeString(next, after);
        if (before.isPresent()) {
          keepPermissions(next);
          Files.copy(
              real,
              backup(),
              StandardCopyOption.REPLACE_EXISTING,
              StandardCopyOption.COPY_ATTRIBUTES);
        }
        move(next);
      } finally {
        Files.deleteIfExists(next);
      }
    } catch (IOException denied) {
      throw new AlidadeException(
          ErrorCode.FILE_UNREADABLE,
          "%s cannot be written; see who may write it and its folder, or make the change that --print shows by hand"
              .formatted(path),
          denied);
    }
  }

  private void keepPermissions(Path next) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(next, PosixFileAttributeView.class);
    if (view != null) {
      view.setPermissions(Files.getPosixFilePermissions(real));
    }
  }

  private void move(Path next) throws IOException {
    try {
      Files.move(next, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException elsewhere) {
      Files.move(next, real, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
