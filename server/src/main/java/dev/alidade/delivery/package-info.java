/**
 * Results that are written into files: to be downloaded, or in a folder or storage of the server.
 */
package dev.alidade.delivery;
