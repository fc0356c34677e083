/** Decides what a caller may run; the only maker of {@link dev.alidade.policy.GovernedSql}. */
package dev.alidade.policy;
