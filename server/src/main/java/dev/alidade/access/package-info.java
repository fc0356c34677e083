/** What callers may do and see, explained and tried before it is in force. */
package dev.alidade.access;
