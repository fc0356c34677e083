package dev.alidade.identity;

record RemoveCallerOutput(String name) {}
