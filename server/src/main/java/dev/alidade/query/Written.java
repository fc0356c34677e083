package dev.alidade.query;

import dev.alidade.policy.GovernedWrite;

/**
 * A write that ran.
 *
 * @param rows how many it touched
 * @param kept whether that stays, or was rolled back
 */
public record Written(GovernedWrite sql, long rows, boolean kept) {}
