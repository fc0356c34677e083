package dev.alidade.share;

import java.util.List;

/** What {@code list_shares} gives, the latest first. */
public record ListSharesOutput(List<ShareSummary> shares) {
  public ListSharesOutput {
    shares = List.copyOf(shares);
  }
}
