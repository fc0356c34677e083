/** What people teach by using answers: feedback, proposals, and the decisions on them. */
package dev.alidade.learn;
