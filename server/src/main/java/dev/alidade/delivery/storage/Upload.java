package dev.alidade.delivery.storage;

import dev.alidade.delivery.Outgoing;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An object on its way, in parts that nobody sees until they are put together. One part is in
 * memory; all are of one size but the last, as some storages want them.
 */
final class Upload implements Outgoing {
  static final int PART = 16 << 20;
  private static final int FIRST_BUFFER = 1 << 16;

  private final StorageDestination destination;
  private final Bucket bucket;
  private final String path;
  private final String id;
  private final List<String> parts = new ArrayList<>();
  private final Content content = new Content();
  private boolean isWhole;

  Upload(StorageDestination destination, String path) {
    this.destination = destination;
    this.path = path;
    bucket = destination.bucket();
    id = bucket.open(path);
  }

  @Override
  public OutputStream stream() {
    return content;
  }

  @Override
  public void keep() throws IOException {
    content.close();
    if (parts.isEmpty()) {
      // No part may be without a byte, and no upload without a part.
      bucket.putEmpty(path, destination.overwrite());
      return;
    }
    bucket.complete(path, id, parts, destination.overwrite());
    isWhole = true;
  }

  @Override
  public void close() {
    if (!isWhole) {
      destination.giveUp(path, id);
    }
  }

  /** Cuts what is written into parts. */
  private final class Content extends OutputStream {
    private byte[] buffer = new byte[FIRST_BUFFER];
    private int filled;
    private boolean isOver;

    @Override
    public void write(int unit) {
      write(new byte[] {(byte) unit}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      int from = offset;
      int left = length;
      // What closes behind a failure still writes its ends; they have nowhere to go.
      while (left > 0 && !isOver) {
        int taken = Math.min(left, room());
        System.arraycopy(bytes, from, buffer, filled, taken);
        filled += taken;
        from += taken;
        left -= taken;
        if (filled == PART) {
          send();
        }
      }
    }

    /** Space in the buffer, which grows to the size of a part. */
    private int room() {
      if (filled == buffer.length) {
        buffer = Arrays.copyOf(buffer, Math.min(PART, buffer.length * 2));
      }
      return buffer.length - filled;
    }

    private void send() {
      isOver = true;
      parts.add(bucket.put(path, id, parts.size() + 1, buffer, filled));
      isOver = false;
      filled = 0;
    }

    @Override
    public void close() {
      if (!isOver && filled > 0) {
        send();
      }
      isOver = true;
      buffer = new byte[0];
    }
  }
}
