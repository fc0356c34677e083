package dev.alidade.bench.soak;

/** What the server holds at one moment; memory in megabytes, {@code heap} of living objects. */
record Sample(double second, double resident, double heap, int threads, int files) {}
