package dev.alidade.engine.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Where a database's file lies: what comes over a network can take any time to read. */
final class SqliteFileSystem {
  private static final Set<String> LOCAL =
      Set.of(
          "ext2", "ext3", "ext4", "xfs", "btrfs", "zfs", "f2fs", "tmpfs", "overlay", "apfs", "hfs",
          "ufs", "ntfs", "refs");

  private SqliteFileSystem() {}

  /** Whether the file is known to be on a disk of this machine. */
  static boolean isLocal(Path file) {
    try {
      return LOCAL.contains(Files.getFileStore(file).type().toLowerCase(Locale.ROOT));
    } catch (IOException unknown) {
      return false;
    }
  }
}
