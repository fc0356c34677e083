package dev.alidade.bench.load;

/** Half, 95 and 99 of a hundred calls took no longer, in milliseconds. */
public record Spread(double p50, double p95, double p99) {}
