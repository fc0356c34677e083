/** Random statements over a governed database, and what judges them by the rows that come out. */
package dev.alidade.redteam.random;
