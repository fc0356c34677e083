/** What helps with a statement that somebody wrote: said in words, and mended where it fails. */
package dev.alidade.advice;
