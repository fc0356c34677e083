/** The soak: mixed work and faults for long, while the server's memory is watched. */
package dev.alidade.bench.soak;
