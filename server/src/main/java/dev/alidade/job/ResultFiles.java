package dev.alidade.job;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.query.spool.SpoolReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The results of jobs, a file each. */
final class ResultFiles {
  private final Path folder;

  ResultFiles(Path folder) {
    this.folder = folder;
  }

  FileChannel create(String job) throws IOException {
    Files.createDirectories(folder);
    return FileChannel.open(fileOf(job), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  /** The rows from {@code from} to before {@code upTo}; closing them closes the file. */
  SpoolReader read(String job, long from, long upTo) {
    try {
      return SpoolReader.open(fileOf(job), from, upTo);
    } catch (IOException gone) {
      throw new AlidadeException(
          ErrorCode.JOB_NOT_FOUND,
          "The result of job `%s` is gone; submit the query again".formatted(job),
          gone);
    }
  }

  /** The folder of what a job leaves that keeps no rows; it is made where it is missing. */
  Path folder(String job) throws IOException {
    return Files.createDirectories(folderOf(job));
  }

  /** The same folder, if it is there. */
  Optional<Path> left(String job) {
    return Optional.of(folderOf(job)).filter(Files::isDirectory);
  }

  void delete(String job) {
    try {
      Files.deleteIfExists(fileOf(job));
      if (left(job).isPresent()) {
        deleteAll(folderOf(job));
      }
    } catch (IOException undeletable) {
      System.getLogger(ResultFiles.class.getName())
          .log(System.Logger.Level.WARNING, "The result of job " + job + " stays", undeletable);
    }
  }

  private static void deleteAll(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private Path folderOf(String job) {
    return folder.resolve(job + ".files");
  }

  private Path fileOf(String job) {
    return folder.resolve(job + ".rows");
  }
}
