/** Judges statements by the tree that PostgreSQL's own parser makes of them. */
package dev.alidade.engine.postgres.gate;
