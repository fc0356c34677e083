package dev.alidade.identity;

record WhoAmIInput() {}
