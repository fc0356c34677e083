package dev.alidade.source;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.upload.Upload;
import dev.alidade.upload.UploadService;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A source as it would be kept.
 *
 * @param files all that it is made of
 * @param problems what is wrong with it so far
 */
record SourceDraft(KeptSource source, List<Upload> files, List<SettingProblem> problems) {
  SourceDraft {
    Objects.requireNonNull(source, "source");
    files = List.copyOf(files);
    problems = List.copyOf(problems);
  }

  /** Fails with all that is wrong. */
  SourceDraft checked() {
    if (!problems.isEmpty()) {
      throw new AlidadeException(ErrorCode.INVALID_INPUT, sentence());
    }
    return this;
  }

  /** All that is wrong. */
  String sentence() {
    return "The settings are wrong: "
        + problems.stream().map(SettingProblem::sentence).collect(Collectors.joining("; "));
  }

  /** What a failure says, without the folders of uploaded files. */
  AlidadeException inOwnWords(AlidadeException failure) {
    String message = failure.getMessage();
    for (Upload file : files) {
      message = UploadService.withoutFolder(message, file.path());
    }
    return new AlidadeException(failure.code(), message, failure.location(), failure);
  }
}
