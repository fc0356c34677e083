/** PostgreSQL's own parser, a WebAssembly module that runs inside the JVM. */
package dev.alidade.engine.postgres.grammar;
