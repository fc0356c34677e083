/** Trino: one catalog of a cluster as a source. */
package dev.alidade.engine.trino;
