/** Judges statements by Trino's own grammar. */
package dev.alidade.engine.trino.gate;
