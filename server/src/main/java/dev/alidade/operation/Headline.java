package dev.alidade.operation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A field of an output that people read, in this order. Where a record has such fields, doors that
 * write text for people show these only; without any they show all.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Headline {
  /** The place: 1 is read first. */
  int value();
}
