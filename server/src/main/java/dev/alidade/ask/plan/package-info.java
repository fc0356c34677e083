/** The typed representation of what a question asks for; every planner produces it. */
package dev.alidade.ask.plan;
