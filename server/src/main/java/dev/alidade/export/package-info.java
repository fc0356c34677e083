/**
 * Results in the formats that other programs read; a format is one class and one line in the
 * Registry.
 */
package dev.alidade.export;
