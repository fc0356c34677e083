/** What goes out to planners elsewhere, models and agents, and the plans that come back. */
package dev.alidade.ask.exchange;
