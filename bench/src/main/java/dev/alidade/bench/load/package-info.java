/** Load: callers in closed and open loops, and how long their calls took. */
package dev.alidade.bench.load;
