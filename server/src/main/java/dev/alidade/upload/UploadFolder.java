package dev.alidade.upload;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of received files: a folder of its own for each, which appears whole or not at all.
 */
final class UploadFolder {
  private static final String INCOMING = ".incoming";

  private final Path folder;

  UploadFolder(Path folder) {
    this.folder = folder;
  }

  /** A place for a file that is on its way. */
  Path incoming(String id, String file) {
    try {
      Path parent = Files.createDirectories(folder.resolve(INCOMING));
      return Files.createDirectory(parent.resolve(id)).resolve(file);
    } catch (IOException cause) {
      throw unwritable(cause);
    }
  }

  /** Writes what comes, as far as there may be so much, and gives its size. */
  static long write(InputStream content, Path file, long most, String tooLarge) {
    byte[] buffer = new byte[64 * 1024];
    long total = 0;
    try (OutputStream out =
        Files.newOutputStream(
            file,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS)) {
      for (int read = next(content, buffer); read >= 0; read = next(content, buffer)) {
        total += read;
        if (total > most) {
          throw new AlidadeException(ErrorCode.REQUEST_TOO_LARGE, tooLarge);
        }
        out.write(buffer, 0, read);
      }
      return total;
    } catch (IOException cause) {
      throw unwritable(cause);
    }
  }

  /** Puts a file that came whole, with its folder, where it stays. */
  Path place(String id, Path incoming) {
    try {
      Path placed =
          Files.move(incoming.getParent(), folder.resolve(id), StandardCopyOption.ATOMIC_MOVE);
      return placed.resolve(incoming.getFileName());
    } catch (IOException cause) {
      throw unwritable(cause);
    }
  }

  /** Forgets a file, whether it came whole or not. */
  void delete(String id) {
    delete(folder.resolve(INCOMING).resolve(id));
    delete(folder.resolve(id));
  }

  /** Names of folders that nobody has touched since. */
  List<String> untouchedSince(Instant moment) {
    return Stream.of(folder, folder.resolve(INCOMING))
        .flatMap(UploadFolder::children)
        .filter(child -> !child.getFileName().toString().equals(INCOMING))
        .filter(child -> isOlder(child, moment))
        .map(child -> child.getFileName().toString())
        .toList();
  }

  private static int next(InputStream content, byte[] buffer) {
    try {
      return content.read(buffer);
    } catch (IOException gone) {
      throw new AlidadeException(
          ErrorCode.MALFORMED_REQUEST, "The file did not come whole; send it again", gone);
    }
  }

  private static AlidadeException unwritable(IOException cause) {
    return new AlidadeException(
        ErrorCode.OVERLOADED,
        "The server could not keep the file: its disk is full, or its state folder is not writable; an administrator can make room",
        cause);
  }

  private static Stream<Path> children(Path parent) {
    if (!Files.isDirectory(parent)) {
      return Stream.empty();
    }
    try (Stream<Path> all = Files.list(parent)) {
      return all.toList().stream();
    } catch (IOException cause) {
      throw unwritable(cause);
    }
  }

  private static boolean isOlder(Path path, Instant moment) {
    try {
      return Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS)
          .toInstant()
          .isBefore(moment);
    } catch (IOException gone) {
      return false;
    }
  }

  private static void delete(Path path) {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> all = Files.walk(path)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException cause) {
      throw unwritable(cause);
    }
  }
}
