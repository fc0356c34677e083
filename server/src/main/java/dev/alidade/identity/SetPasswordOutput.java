package dev.alidade.identity;

record SetPasswordOutput(String caller) {}
