package dev.alidade.operation;

import java.util.List;

/** Resources of one feature; doors that know resources serve them under its URI scheme and host. */
public interface ResourceProvider {
  /** The resources that the caller may read, in a stable order. */
  List<Resource> list(Invocation invocation);

  /** The families of addresses that {@link #read} understands. */
  List<ResourceTemplate> templates();

  /** Whether an address is of a form that this provider serves; says nothing of its existence. */
  boolean serves(String uri);

  /** What the address holds; fails with RESOURCE_NOT_FOUND or a code that names what is missing. */
  ResourceContent read(String uri, Invocation invocation);
}
