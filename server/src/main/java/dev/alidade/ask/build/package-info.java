/** The built-in planner: composes plans from the lattice with weighted rules, the best first. */
package dev.alidade.ask.build;
