/** Judges plans and turns them into SQL of any dialect. */
package dev.alidade.ask.compile;
