/** Conversations: reads follow-ups as edits of the last plan and carries them out. */
package dev.alidade.ask.converse;
