package dev.alidade.audit;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Checks the whole audit of a state folder; the product need not run, and may. */
public final class AuditCheck {
  private AuditCheck() {}

  /** A report for each chain. */
  public static List<ChainReport> of(AuditFolder folder) {
    try {
      List<Integer> numbers = folder.numbers();
      if (numbers.isEmpty()) {
        return List.of();
      }
      AuditKey key =
          AuditKey.find(folder.state(), folder.key())
              .orElseThrow(
                  () ->
                      new AlidadeException(
                          ErrorCode.FILE_NOT_FOUND,
                          "The key of the audit is not there: put audit.key back into the state folder, or give it in ALIDADE_AUDIT_KEY"));
      List<ChainReport> reports = new ArrayList<>();
      for (int number : numbers) {
        reports.add(ChainCheck.of(folder, number, key));
      }
      return reports;
    } catch (IOException cause) {
      throw AuditFolder.unreadable(cause);
    }
  }
}
