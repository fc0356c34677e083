package dev.alidade.engine.duckdb.isolated;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import org.duckdb.DuckDBDriver;

/**
 * The driver unpacked: its classes without the library, and the library beside them. The driver
 * itself would unpack 70 MB at every start; here it is done once and every worker shares it.
 *
 * @param path where the library lies
 * @param classes the archive of the classes
 */
record DriverFolder(Path path, Path classes) {
  private static final String LIBRARY = "libduckdb_java.so_";
  private static final Set<PosixFilePermission> OURS_ALONE =
      PosixFilePermissions.fromString("rwx------");

  /** The folder of this driver, made now where there is none that can be trusted. */
  static DriverFolder unpacked() {
    return of(WorkerProgram.placeOf(DuckDBDriver.class));
  }

  /** The same of the driver in {@code archive}. */
  static DriverFolder of(Path archive) {
    if (Files.isRegularFile(archive.resolveSibling(LIBRARY + system()))) {
      // The launcher unpacked it after the build, and the driver finds it there by itself.
      return new DriverFolder(archive.toAbsolutePath().getParent(), archive);
    }
    try {
      String name =
          "alidade-%s-%x-%x"
              .formatted(
                  System.getProperty("user.name").replaceAll("[^A-Za-z0-9_.-]", "_"),
                  Files.size(archive),
                  archive.getFileName().toString().hashCode());
      Path shared = Path.of(System.getProperty("java.io.tmpdir"), name);
      Path path = isOurs(shared) ? shared : makeOwn(shared);
      DriverFolder folder = new DriverFolder(path, path.resolve("driver.jar"));
      folder.unpack(archive);
      return folder;
    } catch (IOException failure) {
      throw new AlidadeException(
          ErrorCode.SOURCE_UNAVAILABLE,
          "The engine cannot be unpacked for its workers; free 80 MB of disk, or point"
              + " java.io.tmpdir elsewhere",
          failure);
    }
  }

  private Path library() {
    return path.resolve(System.mapLibraryName("duckdb_java"));
  }

  /** Nobody else may have put something there; a folder that others can write to is not used. */
  private static boolean isOurs(Path folder) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    if (!hasOwners(folder)) {
      return true;
    }
    Path probe = Files.createTempFile("alidade-", ".owner");
    try {
      return Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(probe))
          && Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS).equals(OURS_ALONE);
    } finally {
      Files.delete(probe);
    }
  }

  private static Path makeOwn(Path shared) throws IOException {
    // Made elsewhere and moved, so that it never stands there with other permissions.
    Path fresh = Files.createTempDirectory("alidade-");
    try {
      return Files.move(fresh, shared, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException taken) {
      return isOurs(shared) ? shared : fresh;
    }
  }

  private static boolean hasOwners(Path folder) {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private void unpack(Path archive) throws IOException {
    if (Files.exists(classes) && Files.exists(library())) {
      return;
    }
    Path library = Files.createTempFile(path, "library", ".part", ownFile());
    Path bare = Files.createTempFile(path, "classes", ".part", ownFile());
    String wanted = LIBRARY + system();
    try (JarInputStream from = new JarInputStream(Files.newInputStream(archive));
        JarOutputStream to = new JarOutputStream(Files.newOutputStream(bare))) {
      for (JarEntry entry = from.getNextJarEntry(); entry != null; entry = from.getNextJarEntry()) {
        if (entry.getName().equals(wanted)) {
          copyLibrary(from, library);
        } else if (!entry.getName().startsWith(LIBRARY)) {
          to.putNextEntry(new JarEntry(entry.getName()));
          from.transferTo(to);
        }
      }
    }
    Files.move(library, library(), StandardCopyOption.ATOMIC_MOVE);
    Files.move(bare, classes, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void copyLibrary(InputStream from, Path library) throws IOException {
    Files.copy(from, library, StandardCopyOption.REPLACE_EXISTING);
  }

  private FileAttribute<?>[] ownFile() {
    return hasOwners(path)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OURS_ALONE)}
        : new FileAttribute<?>[0];
  }

  /** As the driver calls this machine. */
  private static String system() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    String system =
        name.startsWith("windows") ? "windows" : name.startsWith("mac") ? "macos" : "linux";
    boolean isArm = machine.equals("aarch64") || machine.equals("arm64");
    return system + "_" + (isArm ? "arm64" : "amd64");
  }
}
