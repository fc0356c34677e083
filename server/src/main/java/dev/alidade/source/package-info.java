/** Sources as things to add, try and watch: the kinds there are, whether one answers, its pools. */
package dev.alidade.source;
