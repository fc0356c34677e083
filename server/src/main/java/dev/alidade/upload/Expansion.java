package dev.alidade.upload;

import com.github.luben.zstd.ZstdInputStream;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** What a compressed file becomes, found out within bounds: a small one may expand to terabytes. */
final class Expansion {
  private Expansion() {}

  /** How large a file is when it is expanded; fails where that is more than {@code most}. */
  static long of(Path file, long most) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    try (InputStream plain = Files.newInputStream(file)) {
      if (name.endsWith(".gz")) {
        return count(file, new GZIPInputStream(plain), most);
      }
      if (name.endsWith(".zst")) {
        return count(file, new ZstdInputStream(plain), most);
      }
      return Files.size(file);
    } catch (IOException broken) {
      throw new AlidadeException(
          ErrorCode.FILE_UNREADABLE,
          "%s is broken: what is compressed in it ends early or was changed; compress it again"
              .formatted(file.getFileName()),
          broken);
    }
  }

  private static long count(Path file, InputStream expanding, long most) throws IOException {
    byte[] buffer = new byte[64 * 1024];
    long total = 0;
    for (int read = expanding.read(buffer); read >= 0; read = expanding.read(buffer)) {
      total += read;
      if (total > most) {
        throw new AlidadeException(
            ErrorCode.REQUEST_TOO_LARGE,
            "%s expands to more than the %s that may be uploaded; drop a part of it, or have an administrator raise `uploads` in alidade.yaml"
                .formatted(file.getFileName(), UploadLimits.inWords(most)));
      }
    }
    return total;
  }
}
