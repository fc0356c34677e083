/**
 * The tests that insights rest on, each after its published definition; numbers in, numbers out.
 */
package dev.alidade.insight.statistic;
