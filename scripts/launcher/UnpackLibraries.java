import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Takes this machine's native libraries out of the drivers' archives and lays them beside these:
 * the drivers would unpack them at every start, 70 MB of them. Run by the launcher after a build:
 * {@code java UnpackLibraries.java FOLDER}. Whatever is not there any more was taken out before.
 */
final class UnpackLibraries {
  private UnpackLibraries() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    boolean isArm = machine.equals("aarch64") || machine.equals("arm64");
    boolean isMac = name.startsWith("mac");
    take(
        archive(folder, "org.duckdb.duckdb_jdbc-"),
        "libduckdb_java.so_%s_%s".formatted(isMac ? "macos" : "linux", isArm ? "arm64" : "amd64"),
        folder,
        true);
    // The other driver looks beside its archive only where it is told to; it keeps its own as well.
    take(
        archive(folder, "org.xerial.sqlite-jdbc-"),
        "org/sqlite/native/%s/%s/%s"
            .formatted(
                isMac ? "Mac" : "Linux",
                isArm ? "aarch64" : "x86_64",
                System.mapLibraryName("sqlitejdbc")),
        folder,
        false);
  }

  private static Path archive(Path folder, String prefix) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> found =
          files.filter(file -> file.getFileName().toString().startsWith(prefix)).toList();
      if (found.size() != 1) {
        throw new IOException(folder + " has " + found.size() + " archives named " + prefix);
      }
      return found.getFirst();
    }
  }

  /** Lays an entry beside its archive in one step, and only then removes it within. */
  private static void take(Path archive, String entry, Path folder, boolean remove)
      throws IOException {
    try (FileSystem inside = FileSystems.newFileSystem(archive)) {
      Path library = inside.getPath(entry);
      if (!Files.exists(library)) {
        return;
      }
      Path part = Files.createTempFile(folder, "library", ".part");
      Files.copy(library, part, StandardCopyOption.REPLACE_EXISTING);
      // Only its owner could read a temporary file, and the product may run as another user.
      part.toFile().setReadable(true, false);
      part.toFile().setExecutable(true, false);
      Files.move(
          part,
          folder.resolve(library.getFileName().toString()),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      if (remove) {
        Files.delete(library);
      }
    }
  }
}
