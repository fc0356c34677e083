package dev.alidade.identity;

record SignOutInput() {}
