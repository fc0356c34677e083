/** Which chart shows a result best, in neutral terms. */
package dev.alidade.chart;
