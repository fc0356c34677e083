package dev.alidade.delivery;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A folder of the server: nothing outside it, and nothing in it is overwritten unless told. */
record FolderDestination(ExportFolder folder, boolean overwrite) implements Destination {
  @Override
  public String shown() {
    return "folder " + folder.name();
  }

  @Override
  public boolean isOurs() {
    return false;
  }

  @Override
  public void check(String path) {
    try {
      if (!overwrite && Files.exists(folder.path().resolve(path), LinkOption.NOFOLLOW_LINKS)) {
        throw taken(path);
      }
      if (!Files.isDirectory(folder.path()) || !Files.isWritable(folder.path())) {
        throw unwritable();
      }
      checkInside(folder.path().resolve(path).getParent());
    } catch (IOException unreadable) {
      throw new AlidadeException(ErrorCode.FILE_UNREADABLE, unwritable().getMessage(), unreadable);
    }
  }

  @Override
  public Outgoing begin(String path, String job, Path own) throws IOException {
    Path target = folder.path().resolve(path);
    checkInside(target.getParent());
    Files.createDirectories(target.getParent());
    Path hidden = target.resolveSibling("." + target.getFileName() + "." + job);
    OutputStream stream =
        new BufferedOutputStream(
            Files.newOutputStream(hidden, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            1 << 16);
    return new Outgoing() {
      @Override
      public OutputStream stream() {
        return stream;
      }

      @Override
      public void keep() throws IOException {
        stream.close();
        checkInside(target.getParent());
        put(hidden, target, path);
      }

      @Override
      public void close() throws IOException {
        stream.close();
        Files.deleteIfExists(hidden);
      }
    };
  }

  private void put(Path hidden, Path target, String path) throws IOException {
    if (overwrite) {
      Files.move(
          hidden, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return;
    }
    try {
      // A link fails where something is, in one step; a move looks first and moves then.
      Files.createLink(target, hidden);
    } catch (FileAlreadyExistsException there) {
      throw taken(path);
    }
  }

  /** Follows every link on the way to a folder, as far as it is there, and sees where it ends. */
  private void checkInside(Path wanted) throws IOException {
    Path real = folder.path().toRealPath();
    Path known = wanted;
    while (!Files.exists(known, LinkOption.NOFOLLOW_LINKS)) {
      known = known.getParent();
    }
    if (!known.toRealPath().startsWith(real)) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "A link leads out of folder `%s`; name another path".formatted(folder.name()));
    }
  }

  private AlidadeException taken(String path) {
    return new AlidadeException(
        ErrorCode.INVALID_INPUT,
        "`%s` is in folder `%s` already; take another name, or `overwrite`"
            .formatted(path, folder.name()));
  }

  private AlidadeException unwritable() {
    return new AlidadeException(
        ErrorCode.FILE_UNREADABLE,
        "Folder `%s` is missing or cannot be written to; ask who runs the server"
            .formatted(folder.name()));
  }
}
