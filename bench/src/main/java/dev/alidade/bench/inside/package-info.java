/** The inside of the product, measured by JMH in a process that holds its classes. */
package dev.alidade.bench.inside;
