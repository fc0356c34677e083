/** Language models: how they are spoken to, what they cost, and the planner that asks them. */
package dev.alidade.ask.model;
