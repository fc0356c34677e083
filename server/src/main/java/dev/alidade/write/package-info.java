/**
 * Changes of rows, shown before they are made, and approved by somebody where that is asked for.
 */
package dev.alidade.write;
