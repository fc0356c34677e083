/** Chromium without a window: what the chart feature has pictures drawn by. */
package dev.alidade.chart.browser;
