package dev.alidade.delivery.storage;

import dev.alidade.delivery.Destination;
import dev.alidade.delivery.Outgoing;
import java.nio.file.Path;

/** The objects of one export; nothing in the bucket is overwritten unless told. */
final class StorageDestination implements Destination {
  private final String name;
  private final Bucket bucket;
  private final boolean overwrite;
  private boolean isLost;

  StorageDestination(String name, Bucket bucket, boolean overwrite) {
    this.name = name;
    this.bucket = bucket;
    this.overwrite = overwrite;
  }

  Bucket bucket() {
    return bucket;
  }

  boolean overwrite() {
    return overwrite;
  }

  @Override
  public String shown() {
    return "storage " + name;
  }

  @Override
  public boolean isOurs() {
    return false;
  }

  @Override
  public void check(String path) {
    if (bucket.holds(path) && !overwrite) {
      throw bucket.failures().taken(path);
    }
  }

  @Override
  public Outgoing begin(String path, String job, Path own) {
    return new Upload(this, path);
  }

  /** Takes back an upload; an export of thousands waits for a storage that is gone only once. */
  synchronized void giveUp(String path, String upload) {
    if (!isLost) {
      isLost = !bucket.abort(path, upload);
    }
  }
}
