package dev.alidade.source;

import dev.alidade.engine.Sources;
import dev.alidade.store.Database;
import dev.alidade.upload.DataFile;
import dev.alidade.upload.UploadLimits;
import dev.alidade.upload.UploadService;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/** What lies behind the operations on sources, on a database of its own. */
final class SourceServices {
  private SourceServices() {}

  static SourceService of(Sources sources, Path state) {
    Clock clock = Clock.systemUTC();
    Database database = Database.open(state);
    UploadService uploads =
        new UploadService(
            database,
            state.resolve("uploads"),
            UploadLimits.USUAL,
            path -> new DataFile("sqlite", "path", true),
            sources::names,
            event -> {},
            clock);
    References references = new References(name -> Optional.empty());
    KeptSources kept =
        new KeptSources(
            sources,
            new SourceStore(database),
            new SettingsSeal(() -> new SecretKeySpec(new byte[32], "AES")),
            references,
            uploads,
            clock);
    SourceDrafts drafts =
        new SourceDrafts(sources, kept, uploads, references, new GivenPaths(state), clock);
    return new SourceService(sources, kept, drafts, uploads);
  }
}
