/** Files that people drop: received, looked at, kept for the sources made of them. */
package dev.alidade.upload;
