/** Storage that speaks S3, as a place for exports; the only package that knows its client. */
package dev.alidade.delivery.storage;
