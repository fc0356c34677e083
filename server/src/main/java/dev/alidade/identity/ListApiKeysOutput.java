package dev.alidade.identity;

import java.util.List;

record ListApiKeysOutput(List<KeySummary> keys) {
  ListApiKeysOutput {
    keys = List.copyOf(keys);
  }
}
