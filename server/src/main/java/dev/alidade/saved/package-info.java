/** Named statements with typed parameters, which somebody approves before others depend on them. */
package dev.alidade.saved;
