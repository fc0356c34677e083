package dev.alidade.delivery.storage;

import dev.alidade.delivery.DestinationContract;
import dev.alidade.delivery.ExportPlace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;

class StorageDestinationTest extends DestinationContract {
  private static final S3Server SERVER = S3Server.shared();

  @TempDir private Path downloads;
  private final String bucket = SERVER.createBucket();

  @Override
  protected ExportPlace place(String name, Optional<Set<String>> roles) {
    return new ExportStorage(SERVER.storage(name, bucket, name + "/", "keeper", roles));
  }

  @Override
  protected void put(String place, String path, String content) {
    SERVER.put(bucket, place + "/" + path, content);
  }

  @Override
  protected Path contents(String place) {
    try {
      return SERVER.download(
          bucket, place + "/", Files.createTempDirectory(downloads, "downloaded"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  protected int unfinished(String place) {
    return SERVER.unfinished(bucket);
  }
}
