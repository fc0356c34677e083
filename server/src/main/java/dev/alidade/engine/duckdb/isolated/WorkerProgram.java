package dev.alidade.engine.duckdb.isolated;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;

/** How a worker is started: the Java of this process, our classes and the driver, nothing else. */
final class WorkerProgram {
  /** What a worker may know of the server's environment: how text and times are written. */
  private static final List<String> ENVIRONMENT = List.of("TZ", "LANG", "LC_ALL", "LC_CTYPE");

  /** Caps that hold whatever the engine does, and others first when the processors are wanted. */
  private static final String LIMITED =
      "ulimit -v \"$0\" 2>/dev/null; ulimit -c 0 2>/dev/null;"
          + " echo 1000 2>/dev/null >/proc/self/oom_score_adj; exec nice -n 2 \"$@\"";

  private static final Path SHELL = Path.of("/bin/sh");
  private static final long HEAP_MEGABYTES = 192;

  private final List<String> command;

  private WorkerProgram(List<String> command) {
    this.command = List.copyOf(command);
  }

  /** Unpacks what it needs, where that has not been done before. */
  static WorkerProgram prepare() {
    DriverFolder driver = DriverFolder.unpacked();
    String java =
        ProcessHandle.current()
            .info()
            .command()
            .orElse(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    List<String> command = new ArrayList<>();
    command.add(java);
    command.addAll(
        List.of(
            "-Xmx" + HEAP_MEGABYTES + "m",
            "-Xms32m",
            "-Xmn24m",
            "-XX:MinHeapFreeRatio=10",
            "-XX:MaxHeapFreeRatio=30",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:CompressedClassSpaceSize=32m",
            "-XX:ReservedCodeCacheSize=32m",
            "-XX:-UsePerfData",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:+SuppressFatalErrorMessage",
            "-XX:+DisableAttachMechanism",
            "-Xshare:auto",
            "-Xlog:disable",
            "--enable-native-access=ALL-UNNAMED",
            "-Dfile.encoding=UTF-8",
            "-Duser.timezone=" + TimeZone.getDefault().getID(),
            "-Duser.language=" + System.getProperty("user.language", "en"),
            "-Djava.library.path=" + driver.path(),
            "-cp",
            driver.classes() + File.pathSeparator + placeOf(WorkerMain.class),
            WorkerMain.class.getName()));
    return new WorkerProgram(command);
  }

  /** Starts a worker in a private folder. */
  Process start(WorkerMemory memory, Path folder) {
    List<String> words = new ArrayList<>();
    if (Files.isExecutable(SHELL)) {
      words.addAll(
          List.of(SHELL.toString(), "-c", LIMITED, Long.toString(memory.addressKilobytes())));
    }
    words.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    Map<String, String> environment = builder.environment();
    environment.keySet().retainAll(ENVIRONMENT);
    environment.put("PATH", "/usr/bin:/bin");
    environment.put("HOME", folder.toString());
    environment.put("TMPDIR", folder.toString());
    try {
      return builder.start();
    } catch (IOException failure) {
      throw new AlidadeException(
          ErrorCode.SOURCE_UNAVAILABLE,
          "No worker process could be started; is the machine out of processes or memory?",
          failure);
    }
  }

  /** The folder or archive that a class was loaded from. */
  static Path placeOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
