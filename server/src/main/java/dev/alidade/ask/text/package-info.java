/** The words of a question: tokens, lemmas, numbers and dates. */
package dev.alidade.ask.text;
