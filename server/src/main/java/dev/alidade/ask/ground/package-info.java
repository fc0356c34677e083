/** Links words of a question to tables, columns, values and operators, as a scored lattice. */
package dev.alidade.ask.ground;
