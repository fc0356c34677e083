package dev.alidade.trail;

import dev.alidade.audit.AuditCheck;
import dev.alidade.audit.AuditFolder;
import dev.alidade.audit.ChainReport;
import dev.alidade.audit.Finding;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The command {@code audit verify}: says whether the record is as it was written. */
public final class AuditCommand {
  private static final String HELP =
      """
      Usage: ./alidade audit verify [--state DIR]

      Reads every record of the audit and checks its number and its seal, and that the end of each
      chain is where its anchor says. Works beside a running server and without one.
      The exit code is 0 when all fits and 3 when something was changed, moved or taken away.

      Options
        --state DIR    the state folder (default ALIDADE_STATE, or alidade in the user's data folder)

      Environment
        ALIDADE_AUDIT_KEY    the key, where it is not in the state folder; ALIDADE_AUDIT_KEY_FILE
                             names a file that holds it

      Note the last number and hash that it prints, somewhere else: with it you know later that
      nobody, with any key, has written that part anew.
      """;

  private final Path usualState;
  private final Optional<String> key;
  private final PrintStream out;

  /**
   * @param usualState the state folder unless the command names one
   * @param key what the records were sealed with, where it is not in the state folder
   * @param out takes what is found
   */
  public AuditCommand(Path usualState, Optional<String> key, PrintStream out) {
    this.usualState = Objects.requireNonNull(usualState, "usualState");
    this.key = Objects.requireNonNull(key, "key");
    this.out = Objects.requireNonNull(out, "out");
  }

  /**
   * Runs with the words after {@code audit}; fails with AUDIT_BROKEN where the record is not as it
   * was written.
   */
  public void run(List<String> words) {
    if (words.contains("--help") || words.contains("-h")) {
      out.print(HELP);
      return;
    }
    verify(stateOf(words));
  }

  private Path stateOf(List<String> words) {
    if (words.equals(List.of("verify"))) {
      return usualState;
    }
    if (words.size() != 3 || !words.get(0).equals("verify") || !words.get(1).equals("--state")) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "`audit` can verify: ./alidade audit verify [--state DIR]. To read records:"
              + " ./alidade search-audit, ./alidade export-audit");
    }
    Path state = Path.of(words.get(2));
    if (!Files.isDirectory(state)) {
      throw new AlidadeException(
          ErrorCode.FILE_NOT_FOUND, "No folder %s; correct --state".formatted(state));
    }
    return state;
  }

  private void verify(Path state) {
    List<ChainReport> reports = AuditCheck.of(new AuditFolder(state, key));
    if (reports.isEmpty()) {
      out.println("There are no records in " + state);
      return;
    }
    reports.forEach(this::print);
    long findings = reports.stream().mapToLong(report -> report.findings().size()).sum();
    if (findings > 0) {
      throw new AlidadeException(
          ErrorCode.AUDIT_BROKEN,
          "The audit is not as it was written: %,d %s above"
              .formatted(findings, findings == 1 ? "finding" : "findings"));
    }
    out.printf(
        "The audit is as it was written: %,d records%n",
        reports.stream().mapToLong(ChainReport::records).sum());
  }

  private void print(ChainReport report) {
    out.printf(
        "chain %d: %,d records, %d to %d%s%n",
        report.chain(),
        report.records(),
        report.first(),
        report.last(),
        report.from().map(from -> ", since " + from).orElse(""));
    if (report.pruned() > 0) {
      out.printf("chain %d: up to %d removed by retention%n", report.chain(), report.pruned());
    }
    if (report.torn() > 0) {
      out.printf(
          "chain %d: %d bytes of a record that a kill or power loss interrupted, after record %d;"
              + " nothing ran for it%n",
          report.chain(), report.torn(), report.last());
    }
    out.printf("chain %d: ends at %d %s%n", report.chain(), report.last(), report.lastHash());
    for (Finding finding : report.findings()) {
      out.println(finding);
    }
  }
}
