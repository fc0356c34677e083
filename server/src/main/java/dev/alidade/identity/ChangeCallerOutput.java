package dev.alidade.identity;

record ChangeCallerOutput(CallerSummary caller) {}
