package dev.alidade.delivery;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The server keeps the files until they are fetched, or forgotten with the job. */
record DownloadDestination() implements Destination {
  @Override
  public String shown() {
    return "download";
  }

  @Override
  public boolean isOurs() {
    return true;
  }

  @Override
  public void check(String path) {}

  // A job that fails loses its folder, so nothing here needs to be hidden or taken back.
  @Override
  public Outgoing begin(String path, String job, Path own) throws IOException {
    Path file = own.resolve(path);
    Files.createDirectories(file.getParent());
    OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    return new Outgoing() {
      @Override
      public OutputStream stream() {
        return stream;
      }

      @Override
      public void keep() throws IOException {
        stream.close();
      }

      @Override
      public void close() throws IOException {
        stream.close();
      }
    };
  }
}
