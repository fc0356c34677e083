/** What everything stands on: the error model, the caller, cancellation, positions in a text. */
package dev.alidade.base;
