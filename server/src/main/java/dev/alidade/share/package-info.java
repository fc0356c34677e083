/** Conversations shared by a link: whoever opens one sees what their own rights show. */
package dev.alidade.share;
