/** Alidade's own database: conversations, history, and later everything said with operations. */
package dev.alidade.store;
