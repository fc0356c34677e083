/**
 * PostgreSQL and what speaks its protocol: its own grammar is the gate, its own snapshot the data.
 */
package dev.alidade.engine.postgres;
