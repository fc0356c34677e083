package dev.alidade.chart.template;

/** What {@code remove_chart_template} gives. */
public record RemoveTemplateOutput(boolean removed) {}
