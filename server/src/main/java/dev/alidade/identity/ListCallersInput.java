package dev.alidade.identity;

record ListCallersInput() {}
