/** Says in plain words what a plan does. */
package dev.alidade.ask.explain;
