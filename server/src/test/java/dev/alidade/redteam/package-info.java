/** Attacks on what callers may see, judged by the data that comes out, on every engine. */
package dev.alidade.redteam;
