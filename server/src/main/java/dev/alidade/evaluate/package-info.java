/** Scores the planner: runs what it planned and what is right, and compares the rows. */
package dev.alidade.evaluate;
