/** Colours for charts, named and shared. */
package dev.alidade.chart.template;
