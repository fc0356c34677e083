package dev.alidade.identity;

record RevokeApiKeyOutput(String id, String name, String caller) {}
