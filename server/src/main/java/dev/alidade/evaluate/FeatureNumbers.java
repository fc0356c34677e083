package dev.alidade.evaluate;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Gives every feature's name a number, so that many readings are kept in little space. */
final class FeatureNumbers {
  private final Map<String, Integer> byName = new ConcurrentHashMap<>();
  private final AtomicInteger next = new AtomicInteger();

  int of(String name) {
    return byName.computeIfAbsent(name, ignored -> next.getAndIncrement());
  }

  int size() {
    return next.get();
  }

  Map<String, Integer> byName() {
    return byName;
  }
}
