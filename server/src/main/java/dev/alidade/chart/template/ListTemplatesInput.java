package dev.alidade.chart.template;

/** What {@code list_chart_templates} takes: nothing. */
public record ListTemplatesInput() {}
