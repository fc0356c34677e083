/** Answers questions: plans, decides whether to answer, runs, explains and remembers. */
package dev.alidade.ask;
