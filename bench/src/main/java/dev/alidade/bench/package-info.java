/** The bench: {@code ./alidade bench} runs its parts and prints one table. */
package dev.alidade.bench;
