package dev.alidade.rules;

record ListRolesInput() {}
