/** Reads what a statement asks for, and takes its rows from those of one that asked for more. */
package dev.alidade.cache.derive;
