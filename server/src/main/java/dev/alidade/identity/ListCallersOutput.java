package dev.alidade.identity;

import java.util.List;

record ListCallersOutput(List<CallerSummary> callers) {
  ListCallersOutput {
    callers = List.copyOf(callers);
  }
}
